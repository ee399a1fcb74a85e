/* Leaves the page quickly: Esc pressed twice does what the link does, the page is blank at once, and going back
   does not show it again. */
"use strict";

(() => {
  const link = document.querySelector("a.leave");
  const hint = document.getElementById("leave_hint");
  if (!link) return;
  let last = -Infinity;

  const leave = () => {
    document.body.hidden = true;
    document.title = "…";
    // In a frame the whole window leaves, not only the form.
    window.top.location.replace(link.href);
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat || event.isComposing || event.defaultPrevented) return;
    if (event.timeStamp - last < 1500) leave();
    last = event.timeStamp;
  });
  if (hint) hint.hidden = false;
})();
