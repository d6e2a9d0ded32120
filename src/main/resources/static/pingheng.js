'use strict';
// Saving is continuous, but never while a Chinese word is still being composed.
let composing = false;
addEventListener('compositionstart', () => { composing = true; });
addEventListener('compositionend', event => {
  composing = false;
  event.target.dispatchEvent(new Event('input', { bubbles: true }));
});
addEventListener('htmx:confirm', event => { if (composing) event.preventDefault(); });

// A form that cannot be undone asks once more; not again when it goes on after what was typed has been saved.
let going = null;
addEventListener('submit', event => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && event.target !== going && !confirm(question)) event.preventDefault();
});

// A reviewer's keys: J and K go on and back, A agrees, R opens the return; never while somebody types.
addEventListener('keydown', event => {
  if (composing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input, textarea, select, [contenteditable]')) return;
  const decision = document.querySelector('#decision');
  if (!decision) return;
  if (event.key === 'j' || event.key === 'k') document.querySelector(`a[data-key="${event.key}"]`)?.click();
  if (event.key === 'a') decision.querySelector('button:not([disabled])')?.click();
  if (event.key === 'r' && decision.querySelector('#return')) {
    decision.querySelector('#return').open = true;
    decision.querySelector('#return-reason').focus();
    event.preventDefault();
  }
});

// An open page of a point asks every ten seconds who else writes there, while somebody sees it and has been at it of late; what it
// is answered goes beside the fields, never into them.
let touched = Date.now();
for (const sign of ['input', 'keydown', 'pointerdown', 'scroll'])
  addEventListener(sign, () => { touched = Date.now(); }, { passive: true, capture: true });
const ask = () => {
  const part = document.querySelector('#at-once[hx-get]');
  if (part && document.visibilityState === 'visible' && Date.now() - touched < 15 * 60_000 && !composing) htmx.trigger(part, 'ask');
};
setInterval(ask, 10_000);
addEventListener('visibilitychange', ask);
addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.id === 'at-once' && event.detail.xhr.status >= 400) event.detail.shouldSwap = false;
});

// Enter in a cell goes to the next one; leaving the cell is what saves it, once.
addEventListener('keydown', event => {
  if (event.key !== 'Enter' || composing || event.isComposing) return;
  if (!event.target.matches('.cell-form input[name="value"]') || typeof htmx === 'undefined') return;
  event.preventDefault();
  const cells = [...document.querySelectorAll('.cell-form input[name="value"]:not([readonly])')];
  const next = cells[cells.indexOf(event.target) + 1];
  if (next) {
    next.focus();
    next.select();
  } else {
    event.target.blur();
  }
});

// What was typed while the same cell was being saved is put back into the new one and saved on top of its version.
addEventListener('htmx:beforeSwap', event => {
  const form = event.detail.target;
  if (!form?.matches?.('.cell-form')) return;
  const sent = event.detail.requestConfig?.formData?.get('value');
  const input = form.querySelector('input[name="value"]');
  if (sent === undefined || sent === null || !input || input.value === sent) return;
  const typed = input.value;
  const focused = document.activeElement === input;
  document.addEventListener('htmx:afterSettle', () => {
    const now = document.getElementById(input.id);
    if (!now) return;
    now.value = typed;
    if (focused) now.focus();
    else now.dispatchEvent(new Event('change', { bubbles: true }));
  }, { once: true });
});

// What follows from a figure stands elsewhere on the page: once a figure is saved, the page is asked for those parts, in which nobody
// types. What was put into the page while it was asked may be newer than its answer: then it is asked again.
let following = null;
let swaps = 0;
const follow = async () => {
  const before = swaps;
  let page;
  try {
    const answer = await fetch(location.href);
    if (!answer.ok) throw new Error(String(answer.status));
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    following = setTimeout(follow, 5000);
    return;
  }
  if (before !== swaps) following = setTimeout(follow, 500);
  else for (const part of document.querySelectorAll('[data-follows]')) renew(part, page.getElementById(part.id));
};
const renew = (part, now) => {
  if (!now || [...part.querySelectorAll('textarea')].some(field => field.value !== field.defaultValue)) return;
  const reached = one => [...one.querySelectorAll('a, button, textarea, summary')];
  const focused = reached(part).indexOf(document.activeElement);
  const open = [...part.querySelectorAll('details')].map(one => one.open);
  part.replaceWith(now);
  htmx.process(now);
  htmx.trigger(now, 'htmx:load');
  now.querySelectorAll('details').forEach((one, at) => { one.open = open[at] ?? one.open; });
  if (focused >= 0) reached(now)[focused]?.focus();
};
addEventListener('htmx:afterSwap', event => {
  swaps++;
  if (!event.detail.requestConfig?.elt?.matches?.('.cell-form') || event.detail.xhr.status >= 400) return;
  clearTimeout(following);
  if (document.querySelector('[data-follows]')) following = setTimeout(follow, 500);
});
