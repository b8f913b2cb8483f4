
"use strict";
(() => {
  const weights = ["cosmetic", "notable", "serious"];
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const told = Array.from(document.querySelectorAll("li[data-kind]"), (item) => ({ item, ...item.dataset }));
  const marks = Array.from(document.querySelectorAll("mark[data-d]"), (mark) => ({ mark, over: mark.dataset.d.split(" ") }));
  const rows = Array.from(document.querySelectorAll(".row"), (row) => ({ row, items: row.querySelectorAll("li[data-kind]"),
    counted: row.querySelector(".counted") }));
  const ticked = (name) => new Set(Array.from(form.querySelectorAll(`[name=${name}]:checked`), (box) => box.value));
  const plural = (number) => `${number.toLocaleString("en")} difference${number === 1 ? "" : "s"}`;

  const filter = () => {
    const kinds = ticked("kind"), severities = ticked("severity"), only = ticked("only");
    const seen = new Map();
    for (const each of told) {
      const on = kinds.has(each.kind) && severities.has(each.severity) && (!only.has("noted") || "noted" in each);
      each.item.hidden = !on;
      if (on) seen.set(each.d, each);
    }
    for (const { mark, over } of marks) {
      const on = over.filter((number) => seen.has(number)).map((number) => seen.get(number));
      mark.classList.toggle("off", on.length === 0);
      if (on.length === 0) continue;
      mark.dataset.letter = Array.from(new Set(on.map((each) => each.letter))).join("");
      mark.className = weights[Math.max(...on.map((each) => weights.indexOf(each.severity)))];
    }
    for (const { row, items, counted } of rows) {
      const left = Array.from(items).filter((item) => !item.hidden).length;
      row.hidden = only.has("differing") && left === 0;
      if (counted) counted.textContent = left === items.length ? plural(left) : `${left} of ${plural(items.length)}`;
    }
    count.textContent = `${seen.size.toLocaleString("en")} of ${plural(told.length)} shown`;
  };

  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of opened) each.open = false; });
})();
