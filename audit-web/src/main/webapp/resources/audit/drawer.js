/*
 * The drawer beside the list. Without this, opening an event loads the list anew with the event beside it; with it, only
 * the event is fetched, and the keys move from event to event. The address is the same either way.
 */
(function () {
  'use strict';

  const split = document.getElementById('split');
  const PAUSE = 120; // whoever holds a key down passes events without opening each: every one would leave its trace
  let fetching = null;
  let waiting = 0;

  function drawer() {
    return document.getElementById('drawer');
  }

  function openers() {
    return Array.from(document.querySelectorAll('#events a.open'));
  }

  function openerOf(id) {
    return openers().find(function (opener) { return opener.dataset.event === id; });
  }

  function idIn(address) {
    return new URL(address, location.href).searchParams.get('event') || '';
  }

  /* ---- showing and hiding ---- */

  /* Links to this list that another person, or the list of a minute later, is to see with the same event. */
  function carry(id) {
    document.querySelectorAll('a[data-keeps-event]').forEach(function (link) {
      const bare = link.getAttribute('href').replace(/[?&]event=[^&]*$/, '');
      link.setAttribute('href', id ? bare + (bare.includes('?') ? '&' : '?') + 'event=' + id : bare);
    });
  }

  function mark(id) {
    openers().forEach(function (opener) {
      const open = opener.dataset.event === id;
      opener.closest('tr').classList.toggle('sel', open);
      opener.setAttribute('aria-current', String(open));
    });
  }

  function reveal(opener) {
    if (opener) {
      opener.closest('tr').scrollIntoView({ block: 'nearest' });
    }
  }

  function put(fresh, address) {
    const old = drawer();
    fresh.dataset.at = new URL(address, location.href).search;
    if (old) {
      old.replaceWith(fresh);
    } else {
      split.append(fresh);
    }
    carry(fresh.dataset.event);
    document.title = fresh.dataset.title;
    document.getElementById('told').textContent = fresh.dataset.title; // the focus stays in the list
  }

  /* The event's own address gives the part that stands beside a list. */
  function partOf(address) {
    const url = new URL(address, location.href);
    const id = url.searchParams.get('event');
    url.pathname += '/' + encodeURIComponent(id);
    url.searchParams.delete('event');
    url.searchParams.set('part', 'drawer');
    url.hash = '';
    return url;
  }

  function show(address, then) {
    if (fetching) {
      fetching.abort();
    }
    const control = new AbortController();
    fetching = control;
    if (drawer()) {
      drawer().setAttribute('aria-busy', 'true');
    }
    fetch(partOf(address), { signal: control.signal, credentials: 'same-origin', redirect: 'error' })
      .then(function (response) { return response.text(); })
      .then(function (text) {
        const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('drawer');
        if (!fresh) {
          throw new Error('no event in the answer');
        }
        put(document.adoptNode(fresh), address);
        then();
      })
      .catch(function (failure) {
        if (failure.name !== 'AbortError') {
          location.assign(address); // signed out, or the server is away: it says so itself
        }
      });
  }

  function hide() {
    clearTimeout(waiting);
    if (fetching) {
      fetching.abort();
    }
    const open = drawer();
    if (open) {
      open.remove();
    }
    carry('');
    document.title = split.dataset.title;
    mark('');
  }

  function isWide() {
    return matchMedia('(min-width: 1241px)').matches;
  }

  /* Where the drawer hides the list, it takes the focus; beside it, the list keeps it, and the arrows move on. */
  function focusOn(opener) {
    if (isWide() && opener) {
      opener.focus();
    } else if (drawer()) {
      drawer().focus();
    }
  }

  function open(address, moving) {
    clearTimeout(waiting);
    const opener = openerOf(idIn(address));
    mark(idIn(address));
    reveal(opener);
    const replace = moving && Boolean(drawer());
    waiting = setTimeout(function () {
      show(address, function () {
        history[replace ? 'replaceState' : 'pushState'](null, '', address);
        focusOn(opener);
        const anchor = new URL(address, location.href).hash;
        if (anchor) {
          document.querySelector(anchor).scrollIntoView();
        }
      });
    }, moving ? PAUSE : 0);
  }

  function close() {
    const id = drawer().dataset.event;
    const list = drawer().querySelector('#close').getAttribute('href');
    hide();
    history.pushState(null, '', list);
    const opener = openerOf(id);
    if (opener) {
      opener.focus();
    }
  }

  function move(step) {
    const all = openers();
    const here = all.findIndex(function (opener) { return opener.closest('tr').classList.contains('sel'); });
    const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step];
    if (next) {
      if (isWide()) {
        next.focus();
      }
      open(next.getAttribute('href'), true);
    }
  }

  /* ---- keys and clicks, before those of the list ---- */

  function isElsewhere(target) {
    return target.closest('input, textarea, select, dialog, [contenteditable], details.menu[open]');
  }

  document.addEventListener('keydown', function (event) {
    if (!drawer() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented
      || isElsewhere(event.target) || document.querySelector('dialog[open], details.menu[open]')) {
      return;
    }
    const reading = event.target.closest('#drawer') && event.target !== drawer(); // there the arrows scroll
    if (event.key === 'j' || event.key === 'ArrowDown' && !reading && !event.target.closest('#bars')) {
      move(1);
    } else if (event.key === 'k' || event.key === 'ArrowUp' && !reading && !event.target.closest('#bars')) {
      move(-1);
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }
    event.preventDefault();
  }, true);

  document.addEventListener('click', function (event) {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return; // in a window of its own
    }
    const link = event.target.closest('#events a.open, #history a.when, #history a.part, #close');
    if (!link) {
      return;
    }
    event.preventDefault();
    if (link.id === 'close') {
      close();
    } else if (link.matches('#events a.open') && drawer() && drawer().dataset.event === link.dataset.event) {
      drawer().focus(); // it is there: the same once more leads into it
    } else {
      open(link.getAttribute('href'), false);
    }
  });

  if (drawer()) {
    drawer().dataset.at = location.search;
    reveal(openerOf(drawer().dataset.event));
  }

  window.addEventListener('popstate', function () {
    const id = idIn(location.href);
    if (!id) {
      hide();
    } else if (!drawer() || drawer().dataset.at !== location.search) {
      mark(id);
      show(location.href, function () { focusOn(openerOf(id)); });
    }
  });
})();
