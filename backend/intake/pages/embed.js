/* Puts a partner's complaint form into the partner's own page, as high as it is, with a plain link below it.
   <script src="https://…/embed.js" data-partner="…" data-language="sq" async></script> */
(function () {
  "use strict";
  var script = document.currentScript;
  var names = { sq: "Ankesë", "sr-Latn": "Pritužba", "sr-Cyrl": "Притужба", ka: "საჩივარი", en: "Complaint" };
  var origin = new URL(script.src).origin;
  var language = script.dataset.language || "en";
  var way = encodeURIComponent(script.dataset.partner) + "/" + encodeURIComponent(language) + "/";
  var frame = document.createElement("iframe");
  var line = document.createElement("p");
  var link = document.createElement("a");
  var alive = false;

  frame.title = script.dataset.title || names[language] || names.en;
  frame.src = origin + "/embed/" + way;
  frame.style.cssText = "display:block;width:100%;height:40rem;border:0";
  link.textContent = script.dataset.link || frame.title;
  link.href = origin + "/forms/" + way;
  link.target = "_blank";
  link.rel = "noopener noreferrer";

  window.addEventListener("message", function (event) {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    var height = event.data && event.data.dosja;
    if (typeof height !== "number" || !(height > 0)) return;
    alive = true;
    frame.style.height = Math.min(height, 20000) + "px";
  });
  frame.addEventListener("load", function () {
    // The next page of the form begins at its top.
    if (alive && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    // A browser that may not show the form here shows an error: then the link alone is better.
    setTimeout(function () { if (!alive) frame.remove(); }, 4000);
  });

  line.appendChild(link);
  script.after(frame, line);
})();
