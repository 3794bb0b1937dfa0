// What the pages about conversations do beside what the server renders. All of it works without this file, too.
"use strict";

(() => {
  const RETRY = 5000;
  const RENEW = 5000;
  const NEAR = 120; // pixels from the end that count as the end

  // The list renews itself while nobody has put the focus into it.
  const list = document.querySelector("#conversas[data-renew]");
  if (list) {
    window.setInterval(() => {
      if (!document.hidden && !list.contains(document.activeElement)) {
        window.htmx.ajax("GET", list.dataset.renew, { target: list, swap: "innerHTML" });
      }
    }, RENEW);
  }

  const bubbles = document.getElementById("chat-bubbles");
  if (!bubbles) {
    return;
  }

  const offline = document.getElementById("chat-offline");
  let last = bubbles.dataset.last;

  toEnd();
  if (bubbles.dataset.unread) {
    read();
  }
  if (bubbles.dataset.live) {
    listen();
  }
  dress(document);
  document.addEventListener("visibilitychange", read);

  function listen() {
    const query = new URLSearchParams({ depois: last });
    if (bubbles.dataset.whole) {
      query.set("cpf", bubbles.dataset.whole);
    }
    const source = new EventSource(`${bubbles.dataset.live}?${query}`);
    source.addEventListener("open", () => {
      offline.hidden = true;
    });
    source.addEventListener("bubble", (event) => {
      last = event.lastEventId || last;
      put(event.data);
    });
    source.addEventListener("state", (event) => {
      const state = document.getElementById("chat-state");
      if (!state.contains(document.activeElement) || !document.activeElement.matches("select")) {
        state.innerHTML = event.data;
      }
    });
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) {
        window.fetch("/painel/avisos", { headers: { "HX-Request": "true" } })
          .then((answer) => {
            if (answer.status === 401) {
              document.getElementById("sessao-terminou")?.removeAttribute("hidden");
            }
          })
          .catch(() => {});
        offline.hidden = false;
        window.setTimeout(listen, RETRY);
      }
    });
  }

  // Rendered and escaped by our server.
  function put(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const bubble = template.content.querySelector("li");
    if (!bubble) {
      return;
    }
    const before = document.getElementById(bubble.id);
    const atEnd = bubbles.scrollHeight - bubbles.scrollTop - bubbles.clientHeight < NEAR;
    if (before) {
      before.replaceWith(bubble);
    } else {
      bubbles.append(bubble);
    }
    dress(bubble);
    if (!before && bubble.classList.contains("chat-person")) {
      read();
    }
    if (atEnd) {
      toEnd();
    }
  }

  function toEnd() {
    bubbles.scrollTop = bubbles.scrollHeight;
  }

  // What somebody sees is read.
  function read() {
    if (!bubbles.dataset.read || document.hidden) {
      return;
    }
    window.fetch(bubbles.dataset.read, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true" },
      body: new URLSearchParams({ csrf: bubbles.dataset.token }),
    }).catch(() => {});
  }

  // A note that the channel has no more says so; an image is fetched when it is wanted; canned replies are offered.
  function dress(root) {
    root.querySelectorAll("audio").forEach((audio) => {
      audio.addEventListener("error", () => {
        audio.hidden = true;
        audio.parentElement.querySelector(".chat-gone").hidden = false;
      });
    });
    root.querySelectorAll("[data-image]").forEach((details) => {
      details.addEventListener("toggle", () => {
        if (details.open && !details.querySelector("img")) {
          const image = document.createElement("img");
          image.alt = "Imagem enviada na conversa";
          image.src = details.dataset.image;
          details.append(image);
        }
      }, { once: true });
    });
    root.querySelectorAll(".chat-canned[hidden]").forEach((label) => {
      label.hidden = false;
    });
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-canned]") && event.target.value) {
      const text = event.target.form.elements.texto;
      text.value = text.value ? `${text.value}\n${event.target.value}` : event.target.value;
      event.target.value = "";
      text.focus();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches(".chat-say textarea")) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.requestConfig?.elt?.id !== "chat-say") {
      return;
    }
    dress(document.getElementById("chat-say") ?? document);
    document.querySelector(".chat-say textarea")?.focus();
    toEnd();
  });
})();
