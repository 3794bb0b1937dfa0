// The pages of registrations: without this file they work, too.
"use strict";

// Columns are ticked; what is sent is the list of their names.
document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-column]")) {
    return;
  }
  const form = event.target.form;
  const ticked = [...form.querySelectorAll("[data-column]:checked")].map((box) => box.dataset.column);
  form.querySelector("[data-columns]").value = ticked.join(",");
  form.requestSubmit();
});

const typed = document.querySelector("[data-columns]");
if (typed) {
  typed.closest("label").hidden = true;
}

// A button beside a field puts its value there.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-fill]");
  if (button) {
    const field = document.getElementById(button.dataset.fill);
    field.value = button.dataset.value;
    field.removeAttribute("aria-invalid");
    field.focus();
  }
});

// The address follows the search, so that a page that is loaded again, or sent to a colleague, shows the same.
document.addEventListener("htmx:afterSettle", (event) => {
  const result = document.getElementById("resultado");
  if (result && event.target.id === "resultado") {
    window.history.replaceState(null, "", result.dataset.address);
  }
});

// The talk is read from its end.
document.querySelectorAll(".people-said").forEach((talk) => {
  talk.scrollTop = talk.scrollHeight;
});
