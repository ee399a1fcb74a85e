/* Leaves the page quickly: Esc pressed twice does what the link (in a frame: the button) does, the page is blank
   at once, and going back does not show it again. */
"use strict";

(() => {
  const way = document.querySelector(".leave");
  const hint = document.getElementById("leave_hint");
  if (!way) return;
  let last = -Infinity;

  const blank = () => {
    document.body.hidden = true;
    document.title = "…";
  };
  const leave = () => {
    blank();
    // A button takes the draft's handle along; a link needs nothing and can replace this page in the history.
    if (way.form) way.click();
    else window.top.location.replace(way.href);
  };

  way.addEventListener("click", (event) => {
    if (way.form) return;
    event.preventDefault();
    leave();
  });
  if (way.form) way.form.addEventListener("submit", blank);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat || event.isComposing || event.defaultPrevented) return;
    if (event.timeStamp - last < 1500) leave();
    last = event.timeStamp;
  });
  if (hint) hint.hidden = false;
})();
