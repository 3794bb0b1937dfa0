-- A plan that is made while nearly nobody is registered may look for one number by any index that begins with the
-- congress, and then reads everybody of it for each state of each mail, until the table is analysed. IS NOT DISTINCT FROM
-- takes no index: what remains is the number, which is one row.
CREATE OR REPLACE FUNCTION keep_mail_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE participants SET mail = NEW.status, mail_id = NEW.id, mail_at = now()
    WHERE id = split_part(NEW.key, ':', 2)::bigint AND congress_id IS NOT DISTINCT FROM NEW.congress_id
      AND (mail_id IS NULL OR mail_id <= NEW.id);
    RETURN NULL;
END
$$;
