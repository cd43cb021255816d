/*
 * The live list: asks every few seconds how many events came, and says so; the list itself stays as it is until the person
 * asks for them. One question at a time, none while nobody looks, fewer where the answer fails, none any more once there are
 * as many as are counted.
 */
(function () {
  'use strict';

  const bar = document.getElementById('liveBar');
  if (!bar) {
    return;
  }

  const EVERY_MS = 2500;
  const SLOWEST_MS = 60000;
  const SAID_EVERY_MS = 20000; // a screen reader is not to be talked over by a number that grows

  const state = document.getElementById('liveState');
  const fresh = document.getElementById('fresh');
  const pause = document.getElementById('livePause');
  const said = document.getElementById('liveSaid');
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let timer = 0;
  let asking = false;
  let ended = false;
  let wait = EVERY_MS;
  let saidAt = 0;
  let shown = 0;

  function fill(text, value) {
    return text.replace('{0}', value);
  }

  function isPaused() {
    return pause.getAttribute('aria-pressed') === 'true';
  }

  function words(count, all) {
    if (!all) {
      return fill(bar.dataset.more, number.format(count));
    }
    return count === 1 ? bar.dataset.one : fill(bar.dataset.many, number.format(count));
  }

  function say(text) {
    if (Date.now() - saidAt > SAID_EVERY_MS) {
      saidAt = Date.now();
      said.textContent = text;
    }
  }

  function tell(text, style) {
    state.textContent = text;
    bar.dataset.state = style;
  }

  function show(total) {
    const count = Math.max(0, total.value - Number(bar.dataset.seen));
    const all = total.relation === 'eq';
    wait = EVERY_MS;
    fresh.hidden = count === 0;
    tell(bar.dataset.watching, 'on');
    if (count > 0 && count !== shown) {
      shown = count;
      fresh.textContent = words(count, all);
      document.title = '(' + number.format(count) + (all ? '' : '+') + ') ' + document.title.replace(/^\([^)]*\) /, '');
      say(fresh.textContent);
    }
    ended = !all; // there is nothing more to count
  }

  function fail(text, least) {
    wait = Math.max(least, Math.min(SLOWEST_MS, wait * 2));
    tell(fill(text, Math.round(wait / 1000)), 'failed');
    say(state.textContent);
  }

  function end() {
    ended = true;
    pause.hidden = true;
    tell(bar.dataset.over, 'failed');
    say(state.textContent);
  }

  function read(answer) {
    if (answer.ok) {
      return answer.json().then(function (json) { show(json.total); });
    }
    if (answer.status === 503) {
      const after = Number(answer.headers.get('Retry-After'));
      return fail(bar.dataset.busy, (after > 0 ? after : 0) * 1000);
    }
    return answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? end() : fail(bar.dataset.failed, 0);
  }

  function mayAsk() {
    return !asking && !ended && !document.hidden && !isPaused();
  }

  function ask() {
    if (!mayAsk()) {
      return;
    }
    clearTimeout(timer);
    asking = true;
    fetch(bar.dataset.url, { headers: { 'X-Requested-With': 'fetch' }, cache: 'no-store' })
      .then(read)
      .catch(function () { fail(bar.dataset.failed, 0); })
      .finally(function () {
        asking = false;
        timer = setTimeout(ask, wait);
      });
  }

  pause.addEventListener('click', function () {
    const now = !isPaused();
    pause.setAttribute('aria-pressed', String(now));
    tell(now ? bar.dataset.paused : bar.dataset.watching, now ? 'paused' : 'on');
    wait = EVERY_MS;
    ask();
  });
  document.addEventListener('visibilitychange', function () {
    wait = EVERY_MS;
    ask();
  });

  fresh.hidden = true;
  pause.hidden = false;
  tell(bar.dataset.watching, 'on');
  timer = setTimeout(ask, EVERY_MS);
})();
