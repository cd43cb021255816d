/*
 * Keeps the state of recording in sight true while a page is open: it is asked for every 20 s, not while nobody looks. Where
 * it cannot be had, the pill says so.
 */
(function () {
  'use strict';

  const EVERY_MS = 20000;
  const base = document.documentElement.dataset.base || '';
  let asking = false;
  let known = 0;

  function pill() {
    return document.getElementById('state');
  }

  /* Only what changed: a banner that is put in again would be read out again. */
  function replace(id, fresh) {
    const old = document.getElementById(id);
    if (fresh && old && old.outerHTML !== fresh.outerHTML) {
      const focused = document.activeElement === old;
      old.replaceWith(fresh);
      if (focused) {
        fresh.focus();
      }
    }
  }

  function show(text) {
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    replace('state', document.importNode(fresh.getElementById('state'), true));
    replace('alarmPlace', document.importNode(fresh.getElementById('alarmPlace'), true));
    known = Date.now();
  }

  function unknown() {
    if (Date.now() - known > 2 * EVERY_MS) {
      pill().className = 'state weak';
      pill().textContent = document.documentElement.dataset.stateUnknown;
    }
  }

  /* A redirect leads to the sign-in page: the session is over, and whatever the person does next leads there too. */
  function ask() {
    if (asking || document.hidden || !pill()) {
      return;
    }
    asking = true;
    fetch(base + '/state', { headers: { 'X-Requested-With': 'fetch' }, redirect: 'manual', cache: 'no-store' })
      .then(function (answer) {
        return answer.ok ? answer.text().then(show) : unknown();
      })
      .catch(unknown)
      .finally(function () {
        asking = false;
      });
  }

  if (pill()) {
    known = Date.now();
    setInterval(ask, EVERY_MS);
    document.addEventListener('visibilitychange', ask);
  }
})();
