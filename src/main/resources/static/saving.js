'use strict';
// What stands in a form is told truly: "saved" comes from an answer of the server that says so, and from nowhere else. Until then the
// form says that it is not saved, and why; the text stays in the page, and leaving the page asks first.
{
  const MOST = 100 * 1024 * 1024; // bytes of one file, as the server takes them
  const AGAIN = [2, 5, 15, 30, 60]; // seconds until the server is asked once more
  const chinese = document.documentElement.lang.startsWith('zh');
  const say = (zh, en) => chinese ? zh : en;
  const WORDS = {
    unsaved: say('未保存', 'not saved yet'),
    saving: say('正在保存…', 'saving …'),
    unknown: say('连接中断，不知道是否已保存，正在核对…', 'The line was cut and we do not know whether this is saved; asking …'),
    again: say('还没有保存，稍后自动重试。', 'It is not saved yet and will be sent again.'),
    ended: say('登录已过期，未保存：请先复制文字，再重新登录。', 'Your session has ended and this is not saved: copy the text, then sign in again.'),
    strange: say('未保存：答复不是预期的页面；请先复制文字，再刷新。', 'Not saved, the answer is not the page that was asked for: copy the text, then reload.'),
    gone: say('登录已过期，不知道是否已保存：请先复制文字，再重新登录查看。', 'Your session has ended, and we do not know whether this is saved: copy the text, then sign in again and look.'),
    other: say('不知道是否已保存，原页面现在打不开：请先复制文字，再刷新查看。', 'We do not know whether this is saved, and its page cannot be had: copy the text, then reload and look.'),
    found: say('核对过，已保存', 'asked and found saved'),
    first: say('正在先保存您写的内容…', 'saving what you wrote first …'),
    kept: say('没有送出：这一页还有内容没有保存。请先处理它；再按一次即不再等它。',
      'Not sent: something on this page is not saved yet. See to it first; to leave it, press again.'),
    press: say('您写的内容已先保存；这里随之更新，请看过再按一次。', 'What you wrote was saved first and this was renewed: look at it and press again.'),
  };

  // The forms that somebody types in: what stood in them when it was last known to be on the server, and how they fare.
  const forms = new Map();
  const fields = form => [...form.elements].filter(field =>
    field.name && field.type !== 'hidden' && field.type !== 'submit' && !field.matches('button'));
  const content = form => JSON.stringify(fields(form).map(field =>
    [field.name, field.type === 'checkbox' || field.type === 'radio' ? field.checked
      : field.type === 'file' ? field.files.length : field.value]));
  // The server keeps numbers and texts in one spelling.
  const plain = form => JSON.stringify(fields(form).map(field => field.type === 'checkbox' || field.type === 'radio'
    ? field.checked : field.value.normalize('NFKC').trim().replace(/^(-?[0-9]+)\.([0-9]*?)0*$/, (all, whole, rest) => rest ? whole + '.' + rest : whole)));
  const watch = form => {
    if (!forms.has(form))
      forms.set(form, { known: content(form), state: form.querySelector('.is-invalid') ? 'failed' : 'clean', tries: 0 });
    return forms.get(form);
  };
  const watched = form => form?.tagName === 'FORM' && form.method === 'post' && !form.querySelector('[type=password]');
  const dirty = (form, its) => form.isConnected && (its.state !== 'clean' || content(form) !== its.known);

  // Every form that saves by itself has a line that is read out when it changes.
  const line = form => {
    let told = form.querySelector('[data-state]');
    if (told) return told;
    told = document.createElement('p');
    told.dataset.state = 'clean';
    told.className = 'form-state';
    told.setAttribute('role', 'status');
    form.append(told);
    return told;
  };
  const tell = (form, state, words) => {
    const its = watch(form);
    its.state = state;
    const told = line(form);
    told.dataset.state = state;
    if (told.textContent !== words) told.textContent = words;
    for (const claim of form.querySelectorAll('[data-saved]')) claim.hidden = state !== 'clean';
    setTimeout(proceed, 0);
  };
  const clean = (form, words = '') => {
    const its = watch(form);
    its.tries = 0;
    its.known = content(form);
    tell(form, 'clean', words);
  };

  const begin = root => {
    for (const form of root.querySelectorAll('form[method=post]')) {
      if (!watched(form)) continue;
      watch(form);
      if (form.hasAttribute('hx-post')) line(form);
    }
  };
  addEventListener('DOMContentLoaded', () => begin(document));
  addEventListener('htmx:load', event => begin(event.target.parentElement ?? event.target));

  const typed = event => {
    const form = event.target.form;
    if (!watched(form)) return;
    const its = watch(form);
    if (its.state === 'unknown' || its.state === 'lost') return; // nobody knows what stands on the server: nothing typed makes it known
    if (content(form) === its.known && its.state !== 'saving') tell(form, 'clean', '');
    else if (form.hasAttribute('hx-post') && its.state !== 'saving') tell(form, 'unsaved', WORDS.unsaved);
    limit(form);
  };
  addEventListener('input', typed);
  addEventListener('change', typed);

  // A text is saved when its writer pauses, and whoever goes on is saved all the same: five seconds after the first change that is not
  // on its way, or with the end of the word that is being composed then. A figure is saved when its cell is left, never half-typed.
  const LATEST = 5000;
  const text = form => form.matches('[hx-post][hx-trigger*=input]');
  const limit = form => {
    const its = watch(form);
    if (!text(form) || content(form) === (its.state === 'saving' ? its.sent : its.known)) return;
    if (its.overdue && !composing) htmx.trigger(form, 'save');
    else its.limit ??= setTimeout(() => {
      its.overdue = true;
      limit(form);
    }, LATEST);
  };
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden')
      for (const form of unsaved(null)) if (text(form) && watch(form).state === 'unsaved') htmx.trigger(form, 'save');
  });

  // Another form of the page waits until what is typed is saved. Where it cannot be saved, or where saving renewed the very form, nothing
  // is sent and the page says so.
  const unsaved = but => [...forms.keys()].filter(form => form !== but && form.hasAttribute('hx-post') && dirty(form, watch(form)));
  let held = null;
  const hold = event => {
    const form = event.target;
    if (typeof htmx === 'undefined' || form === going || watch(form).warned || unsaved(form).length === 0) return false;
    event.preventDefault();
    held = { form, button: event.submitter };
    mention(form, 'saving', WORDS.first);
    for (const other of unsaved(form)) if (!['saving', 'unknown', 'lost'].includes(watch(other).state)) htmx.trigger(other, 'save');
    setTimeout(proceed, 0);
    return true;
  };
  const mention = (form, state, words) => {
    const told = line(form);
    told.dataset.state = state;
    told.textContent = words;
  };
  const proceed = () => {
    if (!held) return;
    const { form, button } = held;
    const left = unsaved(form);
    if (left.some(one => ['failed', 'unknown', 'lost'].includes(watch(one).state))) {
      held = null;
      watch(form).warned = true;
      mention(form, 'refused', WORDS.kept);
    } else if (left.length > 0) {
      for (const one of left) if (watch(one).state === 'unsaved') htmx.trigger(one, 'save');
    } else {
      held = null;
      if (form.isConnected) again(form, button);
      else renewed(form, button);
    }
  };
  const again = (form, button) => {
    mention(form, 'clean', '');
    going = form;
    form.requestSubmit(button);
    going = null;
  };
  const renewed = (form, button) => {
    const same = one => one.getAttribute('action') === form.getAttribute('action');
    const words = button?.textContent.trim();
    const twin = [...document.forms].find(one => same(one) && [...one.elements].some(each => each.textContent.trim() === words));
    mention(twin ?? document.querySelector('form[data-state], #answer') ?? document.forms[0], 'refused', WORDS.press);
    [...twin?.elements ?? []].find(each => each.textContent.trim() === words)?.focus();
  };
  addEventListener('htmx:afterSettle', () => setTimeout(proceed, 0));

  // Leaving asks, unless what is not saved is what is being sent.
  let sent = null;
  addEventListener('submit', event => {
    if (event.defaultPrevented || tooLarge(event) || hold(event)) return;
    sent = event.target;
    setTimeout(() => { sent = null; }, 5000);
  });
  addEventListener('beforeunload', event => {
    if ([...forms].some(([form, its]) => form !== sent && dirty(form, its))) event.preventDefault();
  });

  // A file that the server would refuse is not sent at all.
  const size = bytes => Math.ceil(bytes / 1024 / 1024) + ' MB';
  const tooLarge = event => {
    const large = [...event.target.elements].filter(field => field.type === 'file')
      .flatMap(field => [...field.files]).find(file => file.size > MOST);
    if (!large) return false;
    event.preventDefault();
    const told = line(event.target);
    told.dataset.state = 'refused';
    told.textContent = say(`「${large.name}」有 ${size(large.size)}，超过 100 MB，没有上传；请压缩、拆分后再选。`,
      `“${large.name}” has ${size(large.size)}, more than 100 MB, and was not sent: compress or split it.`);
    return true;
  };

  // What a script sent, and what came back.
  const saver = event => watched(event.target) && event.target.hasAttribute('hx-post') ? event.target : null;
  addEventListener('htmx:beforeRequest', event => {
    const form = saver(event);
    if (!form) return;
    const its = watch(form);
    its.sent = content(form);
    clearTimeout(its.limit);
    its.limit = its.overdue = null;
    tell(form, 'saving', WORDS.saving);
  });

  const goOn = (form, there) => {
    const [seen, now] = [form, there].map(one => one?.querySelector('[name=seen]'));
    if (seen && now) seen.value = now.value;
    tell(form, 'unsaved', WORDS.unsaved);
    setTimeout(() => htmx.trigger(form, 'change'), 0);
  };

  // Only an answer that carries the part it is meant for is put into the page.
  const meant = (form, answer) => {
    const wanted = form.getAttribute('hx-select') ?? (form.id ? '#' + CSS.escape(form.id) : null);
    return wanted === null || answer.querySelector(wanted) !== null;
  };
  addEventListener('htmx:beforeSwap', event => {
    const { xhr, requestConfig } = event.detail;
    const answer = new DOMParser().parseFromString(xhr.responseText, 'text/html');
    const form = requestConfig.elt;
    if (!watched(form) || !form.hasAttribute('hx-post')) {
      if (xhr.status >= 400) event.detail.shouldSwap = false;
      return;
    }
    event.detail.shouldSwap = meant(form, answer);
    if (event.detail.shouldSwap && event.detail.target === form && content(form) !== watch(form).sent) {
      event.detail.shouldSwap = false; // something more was typed meanwhile: it stays, and is sent next
      goOn(form, answer.getElementById(form.id));
      return;
    }
    if (event.detail.shouldSwap) {
      event.detail.isError = false;
      return;
    }
    const why = answer.querySelector('[role=alert]')?.textContent.trim();
    if (xhr.status === 401 || answer.querySelector('form[action="/sign-in"]')) tell(form, 'failed', WORDS.ended);
    else if (xhr.status >= 500) { tell(form, 'unknown', why ?? WORDS.unknown); later(form); }
    else tell(form, 'failed', xhr.status >= 400 && why ? say('未保存：', 'Not saved: ') + why : WORDS.strange);
  });
  // An empty answer, as to an ended session, is never swapped.
  addEventListener('htmx:responseError', event => {
    const form = saver(event);
    if (form && watch(form).state === 'saving')
      tell(form, 'failed', event.detail.xhr.status === 401 ? WORDS.ended : WORDS.strange);
  });
  addEventListener('htmx:afterRequest', event => {
    const form = saver(event);
    if (!form) return;
    const its = watch(form);
    if (its.state !== 'saving' || !form.isConnected) return;
    if (event.detail.xhr.status === 204) tell(form, 'failed', WORDS.strange);
  });
  addEventListener('htmx:afterSwap', event => {
    const form = event.detail.requestConfig?.elt;
    if (!watched(form) || event.detail.xhr.status >= 400 || !form.isConnected) return;
    const its = watch(form);
    its.tries = 0;
    its.known = its.sent;
    if (content(form) === its.known) tell(form, 'clean', '');
    else tell(form, 'unsaved', WORDS.unsaved);
    limit(form);
  });

  // The answer of a save was lost: nobody here knows what became of it. The page itself tells, as soon as it can be had again.
  const lost = event => {
    const form = saver(event);
    if (!form) return;
    tell(form, 'unknown', WORDS.unknown);
    later(form);
  };
  addEventListener('htmx:sendError', lost);
  addEventListener('htmx:timeout', lost);
  const later = form => {
    const its = watch(form);
    const seconds = AGAIN[Math.min(its.tries++, AGAIN.length - 1)];
    clearTimeout(its.timer);
    its.timer = setTimeout(() => look(form), seconds * 1000);
  };
  const look = async form => {
    const its = watch(form);
    if (!form.isConnected || its.state !== 'unknown') return;
    let page;
    try {
      const answer = await fetch(location.href);
      if (!answer.ok) throw new Error(String(answer.status));
      page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch {
      later(form);
      return;
    }
    if (its.state !== 'unknown') return;
    const there = form.id && page.getElementById(form.id);
    if (!there) {
      tell(form, 'lost', page.querySelector('form[action="/sign-in"]') ? WORDS.gone : WORDS.other);
      return;
    }
    if (plain(there) === plain(form)) {
      const [seen, now] = [form, there].map(one => one.querySelector('[name=seen]'));
      if (seen && now) seen.value = now.value;
      clean(form, WORDS.found);
    } else {
      tell(form, 'unsaved', WORDS.again);
      htmx.trigger(form, 'change');
    }
  };
}
