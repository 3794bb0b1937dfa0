// What a page does by itself: it asks what is new, counts the seconds, copies the code. All else works without it.
"use strict";

const ASK_EVERY_MS = 2000;
const ASK_HIDDEN_MS = 15000;
const live = document.querySelector("[data-live]");
let version = "";
let end = 0;

function begin() {
  const left = live.querySelector("[data-left]");
  end = left ? Date.now() + Number(left.textContent) * 1000 : 0;
  if (navigator.clipboard) {
    live.querySelectorAll("[data-copy]").forEach((button) => button.removeAttribute("hidden"));
  }
}

async function look() {
  try {
    const headers = version ? { "If-None-Match": version } : {};
    const answer = await fetch(live.dataset.live, { headers, cache: "no-store" });
    if (answer.status === 401) {
      window.location.reload();
      return;
    }
    if (answer.status === 200) {
      const first = !version;
      version = answer.headers.get("ETag");
      const html = await answer.text();
      if (!first || changedSinceLoad(html)) {
        replace(html);
      }
    }
    document.getElementById("sem-resposta").hidden = answer.ok || answer.status === 304;
  } catch {
    document.getElementById("sem-resposta").hidden = false;
  }
  window.setTimeout(look, document.hidden ? ASK_HIDDEN_MS : ASK_EVERY_MS);
}

// The first answer is the page that is there already, unless something happened in between.
function changedSinceLoad(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  return said(fresh.body) !== said(live);
}

function said(part) {
  const picture = part.querySelector(".qr path, img.qr");
  return [
    part.querySelector(".state")?.textContent,
    part.querySelector("[data-say]")?.dataset.say,
    picture?.getAttribute("d") ?? picture?.getAttribute("src"),
  ].join("|").replace(/\s+/g, " ");
}

// What somebody is typing stays, and so does the place in the page.
function replace(html) {
  const before = said(live);
  const focused = live.contains(document.activeElement) ? document.activeElement : null;
  const typed = new Map([...live.querySelectorAll("input[id]")].map((input) => [input.id, input.value]));
  live.innerHTML = html;
  typed.forEach((value, id) => {
    const input = document.getElementById(id);
    if (input && value) {
      input.value = value;
    }
  });
  if (focused) {
    const same = focused.id ? document.getElementById(focused.id) : null;
    (same ?? document.getElementById("conteudo")).focus();
  }
  begin();
  if (said(live) !== before) {
    const news = live.querySelector("[data-say]")?.dataset.say ?? "";
    document.getElementById("dito").textContent = `${live.querySelector(".state")?.textContent.trim() ?? ""}. ${news}`;
  }
}

function count() {
  const left = live.querySelector("[data-left]");
  if (left && end) {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    left.textContent = String(seconds);
    live.querySelector("[data-bar]").value = seconds;
  }
}

async function copy(button) {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
  button.textContent = "Copiado";
  document.getElementById("dito").textContent = "Código copiado.";
}

// A form that is sent twice by an impatient finger is sent once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  form.setAttribute("aria-busy", "true");
  window.setTimeout(() => {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }, 10000);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) {
    copy(button);
  }
});

if (live) {
  begin();
  window.setInterval(count, 500);
  window.setTimeout(look, ASK_EVERY_MS);
}
