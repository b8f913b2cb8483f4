
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // The newest browsers alone open what a fragment leads into.
  const reveal = () => {
    const aim = document.getElementById(location.hash.slice(1));
    const folded = aim && aim.closest("details.why");
    if (folded) { folded.open = true; aim.scrollIntoView({ block: "nearest" }); }
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => { if (event.target.closest("mark a")) setTimeout(reveal); });

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of opened) each.open = false; });

  const form = document.getElementById("filters");
  if (!form) return;  // nothing differs

  const weights = ["cosmetic", "notable", "serious"];
  const count = document.getElementById("count");
  const told = all("li[data-kind]").map((item) => ({ item, ...item.dataset }));
  const marks = all("mark[data-d]").map((mark) => ({ mark, link: mark.querySelector("a"),
    over: mark.dataset.d.split(" "), first: new Set(mark.dataset.first.split(" ")) }));
  const rows = all(".row").map((row) => ({ row, items: all("li[data-kind]", row), counted: row.querySelector(".counted") }));
  const stories = all("section.story").map((story) => ({ story, within: all(".row", story) }));
  const ticked = (name) => new Set(all(`[name=${name}]:checked`, form).map((box) => box.value));
  const plural = (number) => `${number.toLocaleString("en")} difference${number === 1 ? "" : "s"}`;

  const filter = () => {
    const kinds = ticked("kind"), severities = ticked("severity"), only = ticked("only");
    const seen = new Map();
    for (const each of told) {
      const on = kinds.has(each.kind) && severities.has(each.severity) && (!only.has("noted") || "noted" in each);
      each.item.hidden = !on;
      if (on) seen.set(each.d, each);
    }
    for (const { mark, link, over, first } of marks) {
      const on = over.filter((number) => seen.has(number)).map((number) => seen.get(number));
      mark.classList.toggle("off", on.length === 0);
      link.tabIndex = on.length === 0 ? -1 : 0;
      if (on.length === 0) continue;
      const begin = on.filter((each) => first.has(each.d)).map((each) => each.letter);
      mark.dataset.letter = Array.from(new Set(begin)).join("");
      mark.className = weights[Math.max(...on.map((each) => weights.indexOf(each.severity)))];
      link.href = `#d${on[0].d}`;
    }
    for (const { row, items, counted } of rows) {
      const left = items.filter((item) => !item.hidden).length;
      row.hidden = only.has("differing") && left === 0;
      if (counted) counted.textContent = left === items.length ? plural(left) : `${left} of ${plural(items.length)}`;
    }
    for (const { story, within } of stories) story.hidden = within.every((row) => row.hidden) && only.has("differing");
    count.textContent = `${seen.size.toLocaleString("en")} of ${plural(told.length)} shown`;
  };

  form.hidden = false;
  form.querySelector("details").open = matchMedia("(min-width: 44rem) and (min-height: 40rem)").matches;
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const { name, tick } = event.target.dataset;
    if (!tick) return;
    for (const box of all(`[name=${name}]`, form)) box.checked = tick === "all" || box.value === tick;
    filter();
  });
  const bar = new CSSStyleSheet();  // a style attribute would be against the policy of the page
  document.adoptedStyleSheets = [bar];
  new ResizeObserver(() => bar.replaceSync(`:root { --bar: ${form.offsetHeight}px; }`)).observe(form);
  filter();
})();
