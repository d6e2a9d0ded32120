'use strict';
// Saving is continuous, but never while a Chinese word is still being composed.
let composing = false;
addEventListener('compositionstart', () => { composing = true; });
addEventListener('compositionend', event => {
  composing = false;
  event.target.dispatchEvent(new Event('input', { bubbles: true }));
});
addEventListener('htmx:confirm', event => { if (composing) event.preventDefault(); });

// The answer to an expired session is not to be put into the page.
addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.status === 401) {
    event.detail.shouldSwap = false;
    document.querySelector('#session-ended')?.removeAttribute('hidden');
  } else if (event.detail.xhr.status >= 400) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// A form that cannot be undone asks once more.
addEventListener('submit', event => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
});
