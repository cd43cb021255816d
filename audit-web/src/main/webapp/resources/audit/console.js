/*
 * What the console's pages do beyond links and forms. Every page works without it, but for the switches of theme and
 * zone, the copy buttons and the pause of what refreshes itself. No library of its own, nothing evaluated, nothing fetched.
 */
(function () {
  'use strict';

  const root = document.documentElement;

  function remember(name, value) {
    const path = (root.dataset.base || '') + '/';
    const secure = location.protocol === 'https:' ? ';secure' : '';
    document.cookie = name + '=' + encodeURIComponent(value) + ';path=' + path + ';max-age=31536000;samesite=lax' + secure;
  }

  window.Audit = { remember: remember };

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

  /* ---- the list: j and k or the arrows move from event to event, Enter opens ---- */

  function opener(row) {
    return row ? row.querySelector('a.open') : null;
  }

  function rows() {
    return Array.from(document.querySelectorAll('#events tbody tr')).filter(opener);
  }

  /* Past the last event stands the next page, which is far away for the tabulator. */
  function leave(step) {
    const page = document.querySelector(step > 0 ? '.pager a[rel="next"]' : '.pager a[rel="prev"]');
    if (page) {
      page.focus();
    }
    return Boolean(page);
  }

  function move(step) {
    const all = rows();
    const here = all.indexOf(document.activeElement && document.activeElement.closest('tr'));
    const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
    if (next < 0 || next >= all.length) {
      return leave(step);
    }
    opener(all[next]).focus();
    all[next].scrollIntoView({ block: 'nearest' });
    return true;
  }

  function follow(id) {
    const link = document.getElementById(id);
    if (link && link.href) {
      link.click();
      return true;
    }
    return false;
  }

  const KEYS = {
    j: function () { return move(1); },
    k: function () { return move(-1); },
    ArrowDown: function () { return inList() && move(1); },
    ArrowUp: function () { return inList() && move(-1); },
    ArrowRight: function () { return inBars() && moveBar(1); },
    ArrowLeft: function () { return inBars() && moveBar(-1); },
    '/': function () {
      const box = document.getElementById('q');
      if (box) {
        box.focus();
        box.select();
      }
      return Boolean(box);
    },
    Escape: function () {
      const open = document.querySelector('details.menu[open]');
      if (!open) {
        return follow('back');
      }
      open.open = false;
      open.querySelector('summary').focus();
      return true;
    }
  };

  /* ---- the bars: the arrow keys move along them, drawing over them asks for that time ---- */

  const bars = document.getElementById('bars');

  function allBars() {
    return Array.from(bars.querySelectorAll('a'));
  }

  /* One stop for the tabulator: sixty would stand between the query and the list. */
  function stopAt(bar) {
    allBars().forEach(function (each) {
      each.setAttribute('tabindex', each === bar ? '0' : '-1');
    });
  }

  function moveBar(step) {
    const all = allBars();
    const next = all[all.indexOf(document.activeElement) + step];
    if (next) {
      stopAt(next);
      next.focus();
    }
    return Boolean(next);
  }

  function barAt(x) {
    const box = bars.getBoundingClientRect();
    const all = allBars();
    const index = Math.floor((x - box.left) / box.width * all.length);
    return Math.min(all.length - 1, Math.max(0, index));
  }

  function choose(first, last) {
    allBars().forEach(function (bar, index) {
      bar.classList.toggle('chosen', index >= first && index <= last);
    });
  }

  function zoom(first, last) {
    const all = allBars();
    const to = all[last].getAttribute('href').match(/[?&]to=([^&]*)/)[1];
    location.assign(all[first].getAttribute('href').replace(/([?&]to=)[^&]*/, '$1' + to));
  }

  if (bars) {
    let start = -1;
    stopAt(allBars()[allBars().length - 1]);
    bars.addEventListener('dragstart', function (event) { event.preventDefault(); });
    bars.addEventListener('pointerdown', function (event) {
      start = event.button === 0 && event.pointerType === 'mouse' ? barAt(event.clientX) : -1;
    });
    document.addEventListener('pointermove', function (event) {
      if (start >= 0) {
        const now = barAt(event.clientX);
        choose(Math.min(start, now), Math.max(start, now));
      }
    });
    document.addEventListener('pointerup', function (event) {
      const begun = start;
      start = -1;
      if (begun >= 0 && barAt(event.clientX) !== begun) {
        const now = barAt(event.clientX);
        zoom(Math.min(begun, now), Math.max(begun, now));
      } else if (begun >= 0) {
        choose(1, 0);
      }
    });
    bars.addEventListener('click', function (event) {
      if (bars.querySelectorAll('.chosen').length > 1) {
        event.preventDefault(); // the end of a drawing is no click on a bar
      }
    });
  }

  function showFacets(button) {
    const shown = document.getElementById('facets').classList.toggle('shown');
    button.setAttribute('aria-expanded', String(shown));
  }

  /* ---- the recorders: refreshed every few seconds, unless paused or while a text is being copied ---- */

  let selecting = false;

  function poll() {
    return window.PrimeFaces && document.getElementById('board') ? PrimeFaces.widgets.recordersPoll : null;
  }

  function refreshes(on) {
    const widget = poll();
    if (widget && widget.isActive() !== on) {
      on ? widget.start() : widget.stop();
    }
  }

  function isPaused() {
    return document.getElementById('pause').getAttribute('aria-pressed') === 'true';
  }

  function pause(button) {
    button.setAttribute('aria-pressed', String(!isPaused()));
    refreshes(!isPaused() && !selecting);
  }

  if (document.getElementById('board')) {
    document.addEventListener('selectionchange', function () {
      const selection = getSelection();
      selecting = !selection.isCollapsed && document.getElementById('board').contains(selection.anchorNode);
      refreshes(!isPaused() && !selecting);
    });
    if (window.jQuery) {
      jQuery(document).on('pfAjaxError', function () {
        document.getElementById('stale').hidden = false;
      }).on('pfAjaxSuccess', function () {
        document.getElementById('stale').hidden = true;
      });
    }
  }

  function inBars() {
    return Boolean(bars && document.activeElement && bars.contains(document.activeElement));
  }

  function inList() {
    return Boolean(document.activeElement && document.activeElement.closest('#events'));
  }

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
    } else if (button && button.id === 'facetsButton') {
      showFacets(button);
    } else if (button && button.id === 'pause') {
      pause(button);
    } else if (button && button.dataset.done) {
      copy(button);
    } else if (!event.target.closest('a, button, input, summary') && !String(getSelection())) {
      const link = opener(event.target.closest('#events tbody tr'));
      if (link) {
        link.click();
      }
    }
  });

  document.addEventListener('toggle', openSheetsIntoWindow, true); // it does not bubble
  window.addEventListener('resize', openSheetsIntoWindow);

  document.addEventListener('focusin', function (event) {
    closeMenus(event.target);
  });

  /* A message about the query says at which character it went wrong: put the cursor there. */
  const wrong = document.querySelector('input[data-position]');
  if (wrong) {
    wrong.focus();
    wrong.setSelectionRange(Number(wrong.dataset.position), wrong.value.length);
  }
})();
