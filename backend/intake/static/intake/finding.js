/* Lets a reader type a few letters to find a place or an institution in a long list.
   The list itself (a select) stays in the form and keeps the answer; without this script it is used as it is. */
"use strict";

(() => {
  const made = (tag, attributes) => {
    const element = document.createElement(tag);
    Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
    return element;
  };

  const optionsOf = (select) =>
    Array.from(select.options).filter((option) => option.value).map((option) => {
      const group = option.parentNode.label || "";
      return { option, group, name: ` ${fold(option.label)}`, words: ` ${fold(`${option.label} ${group}`)}` };
    });

  const enhance = (select) => {
    const id = select.id;
    const known = optionsOf(select);
    const input = made("input", {
      id, type: "text", role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}_found`,
    });
    const list = made("ul", { id: `${id}_found`, role: "listbox", class: "found", hidden: "" });
    const label = document.querySelector(`label[for="${id}"]`);
    const hint = made("p", { id: `${id}_find`, class: "hint" });
    const status = made("p", { role: "status", class: "hint" });
    hint.textContent = select.dataset.find;
    if (label) list.setAttribute("aria-label", label.textContent);
    if (select.hasAttribute("aria-invalid")) input.setAttribute("aria-invalid", "true");
    const described = [select.getAttribute("aria-describedby"), hint.id];
    input.setAttribute("aria-describedby", described.filter(Boolean).join(" "));
    let shown = [];
    let active = -1;

    const chosenLabel = () => (select.value ? select.selectedOptions[0].label : "");
    const isOpen = () => !list.hidden;

    const activate = (place) => {
      if (shown[active]) shown[active].item.setAttribute("aria-selected", "false");
      active = place;
      if (!shown[active]) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      const item = shown[active].item;
      item.setAttribute("aria-selected", "true");
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    };

    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      activate(-1);
    };

    const choose = (found) => {
      select.value = found ? found.option.value : "";
      input.value = chosenLabel();
      status.textContent = "";
      close();
    };

    const matching = (typed) => {
      const words = fold(typed).split(" ");
      const fits = (text) => words.every((word) => text.includes(` ${word}`));
      // Those of the name first, then those of a region of this name.
      const named = known.filter((one) => fits(one.name));
      return named.concat(known.filter((one) => !fits(one.name) && fits(one.words)));
    };

    const open = (typed) => {
      list.textContent = "";
      shown = matching(typed).map((found, place) => {
        const item = made("li", { id: `${id}_found_${place}`, role: "option", "aria-selected": "false" });
        item.textContent = found.option.label;
        if (found.group) {
          const group = made("span", { class: "hint" });
          group.textContent = ` ${found.group}`;
          item.append(group);
        }
        // Not on pressing: that would take the keyboard away from the field.
        item.addEventListener("mousedown", (event) => event.preventDefault());
        item.addEventListener("click", () => choose(found));
        list.append(item);
        return { item, found };
      });
      list.hidden = !shown.length;
      input.setAttribute("aria-expanded", String(isOpen()));
      status.textContent = shown.length ? "" : select.dataset.none;
      activate(-1);
    };

    // What was typed counts when it names one of the list; otherwise the field says what is chosen.
    const settle = () => {
      const typed = input.value.trim();
      if (typed === chosenLabel()) return close();
      const found = matching(typed);
      const same = found.find((one) => fold(one.option.label) === fold(typed));
      const one = same || (found.length === 1 ? found[0] : null);
      if (!typed || one) return choose(one);
      choose(known.find((entry) => entry.option.selected));
      status.textContent = select.dataset.none;
      return undefined;
    };

    const move = (step) => {
      if (!isOpen()) open("");
      const count = shown.length;
      if (count) activate(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
    };

    const keys = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => (isOpen() ? (shown[active] ? choose(shown[active].found) : settle()) : false),
      // Closing the list or emptying the field is no wish to leave the page.
      Escape: () => (isOpen() ? close() : input.value ? choose(null) : false),
    };

    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || !keys[event.key]) return;
      if (keys[event.key]() !== false) event.preventDefault();
    });
    input.addEventListener("input", () => open(input.value));
    input.addEventListener("click", () => (isOpen() ? close() : open(input.value === chosenLabel() ? "" : input.value)));
    input.addEventListener("blur", settle);
    // Not only when the focus leaves: a form is also sent from elsewhere.
    select.form.addEventListener("submit", settle);

    select.id = `${id}_list`;
    select.hidden = true;
    input.value = chosenLabel();
    const box = made("div", { class: "finding" });
    box.append(input, list);
    select.after(hint, box, status);
  };

  document.querySelectorAll("select[data-find]").forEach(enhance);
})();
