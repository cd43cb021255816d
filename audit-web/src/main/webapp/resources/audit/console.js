/*
 * What every page of the console does beyond links and forms. Pages work without it, but for the switches of theme and zone
 * and the copy buttons. No library of its own, nothing evaluated, nothing fetched.
 */
(function () {
  'use strict';

  const root = document.documentElement;

  function remember(name, value) {
    const path = (root.dataset.base || '') + '/';
    const secure = location.protocol === 'https:' ? ';secure' : '';
    document.cookie = name + '=' + encodeURIComponent(value) + ';path=' + path + ';max-age=31536000;samesite=lax' + secure;
  }

  const own = window.Audit = Object.assign(window.Audit || {}, { remember: remember });

  /* The server writes the theme into the page, so it stands before the first paint; here it only changes. */
  function switchTheme() {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    remember('audit-theme', root.dataset.theme);
  }

  function switchZone(choice) {
    const zone = choice === 'local' ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC';
    if (zone !== root.dataset.zone) {
      remember('audit-zone', zone);
      location.reload();
    }
  }

  function textOf(button) {
    if (button.dataset.text) {
      return button.dataset.text;
    }
    return button.dataset.url
      ? new URL(button.dataset.url, location.href).href
      : document.getElementById(button.dataset.copy).textContent;
  }

  /* Pages without TLS have no clipboard, unless they are of this machine. */
  function toClipboard(text) {
    return navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'));
  }

  function copy(button) {
    const status = document.getElementById('copied');
    toClipboard(textOf(button)).then(function () {
      status.textContent = button.dataset.done;
      button.classList.add('done');
      setTimeout(function () {
        status.textContent = '';
        button.classList.remove('done');
      }, 2000);
    }, function () {
      status.textContent = status.dataset.refused;
    });
  }

  /* A sheet hangs at its button; where that is too far at a side, it is moved into the window. */
  function intoWindow(sheet) {
    sheet.style.translate = '';
    const box = sheet.getBoundingClientRect();
    const over = Math.max(0, box.right + 8 - root.clientWidth) || Math.min(0, box.left - 8);
    sheet.style.translate = over ? -over + 'px' : '';
  }

  function openSheetsIntoWindow() {
    document.querySelectorAll('details.menu[open] > .sheet').forEach(intoWindow);
  }

  function closeMenus(except) {
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (!menu.contains(except)) {
        menu.open = false;
      }
    });
  }

  function follow(id) {
    const link = document.getElementById(id);
    if (link && link.href) {
      link.click();
      return true;
    }
    return false;
  }

  /* What keys do, by their names; scripts of a page, which run before this one, add theirs. */
  const KEYS = Object.assign({
    Escape: function () {
      const open = document.querySelector('details.menu[open]');
      if (!open) {
        return follow('back');
      }
      open.open = false;
      open.querySelector('summary').focus();
      return true;
    }
  }, own.keys);

  function isTyping(element) {
    return element instanceof Element && element.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]');
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    if (isTyping(event.target)) {
      if (event.key === 'Escape') {
        event.target.blur();
      }
      return;
    }
    const action = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
    if (action && action()) {
      event.preventDefault();
    }
  });

  document.addEventListener('click', function (event) {
    closeMenus(event.target);
    const button = event.target.closest('button');
    if (button && button.id === 'theme') {
      switchTheme();
    } else if (button && button.closest('#zone')) {
      switchZone(button.dataset.zone);
    } else if (button && button.dataset.done) {
      copy(button);
    }
  });

  document.addEventListener('toggle', openSheetsIntoWindow, true); // it does not bubble
  window.addEventListener('resize', openSheetsIntoWindow);

  document.addEventListener('focusin', function (event) {
    closeMenus(event.target);
  });
})();
