/*
 * The keys of one letter or sign: the dialog that tells them, the switch that turns them off (WCAG 2.1.4: whoever speaks to
 * the computer types them unawares), and those that press what stands far from the list.
 */
(function () {
  'use strict';

  const dialog = document.getElementById('keys');
  const opener = document.getElementById('keysButton');
  const on = document.getElementById('keysOn');
  const PRESSES = { c: 'copyLink', e: 'exportButton' };

  function isOff() {
    return /(?:^|; )audit-keys=off(?:;|$)/.test(document.cookie);
  }

  function tell() {
    on.checked = !isOff();
    dialog.showModal();
  }

  function press(id) {
    const button = document.getElementById(id);
    if (button) {
      button.click();
    }
    return Boolean(button);
  }

  function isTyping(element) {
    return element.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]');
  }

  function isSingle(event) {
    return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  }

  function act(key) {
    if (key === '?') {
      tell();
      return true;
    }
    return Object.hasOwn(PRESSES, key) && press(PRESSES[key]);
  }

  /* Before all others that listen, so that keys which are off are off for them too. */
  window.addEventListener('keydown', function (event) {
    if (dialog.open) {
      event.stopPropagation(); // the list behind does not move; Esc is the dialog's own
    } else if (!isSingle(event) || isTyping(event.target) || document.querySelector('dialog[open]')) {
      return;
    } else if (isOff()) {
      event.stopPropagation();
    } else if (act(event.key)) {
      event.preventDefault();
    }
  }, true);

  on.addEventListener('change', function () { window.Audit.remember('audit-keys', on.checked ? 'on' : 'off'); });
  if (opener) {
    opener.addEventListener('click', tell);
  }
})();
