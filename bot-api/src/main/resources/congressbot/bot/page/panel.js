// What every page of the panel does beside what the server renders. All of it works without this file, too.
"use strict";

// A part of the page that cannot be renewed because the session ended: say so, and leave what was typed alone. A form of
// an earlier session goes as a whole page, which asks whether it is to be sent.
document.addEventListener("htmx:responseError", (event) => {
  const { elt, xhr } = event.detail;
  if (xhr.status === 401) {
    show("sessao-terminou");
  } else if (elt.method === "post" && xhr.status === 403) {
    HTMLFormElement.prototype.submit.call(elt);
  } else if (elt.method === "post") {
    show("sem-resposta");
  }
});

document.addEventListener("htmx:sendError", (event) => {
  if (event.detail.elt.method === "post") {
    show("sem-resposta");
  }
});

document.addEventListener("htmx:afterOnLoad", () => {
  document.getElementById("sem-resposta")?.setAttribute("hidden", "");
});

function show(id) {
  document.getElementById(id)?.removeAttribute("hidden");
}

// A form that is sent twice by an impatient finger is sent once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  form.setAttribute("aria-busy", "true");
  // The page may stay: a download, or a page that comes back from the browser's memory.
  window.setTimeout(() => release(form), 5000);
});

window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach(release);
});

function release(form) {
  delete form.dataset.sent;
  form.removeAttribute("aria-busy");
}

// On a phone the tab of this page is seen without a search.
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// Controls that choose for a form at once have a button for those without scripts.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit]")) {
    event.target.form.requestSubmit();
  }
});
