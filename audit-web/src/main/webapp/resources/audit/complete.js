/*
 * Offers what may stand next in the query, as a combobox does (WAI-ARIA Authoring Practices, list autocomplete with manual
 * selection): nothing is chosen until the person chooses it with the arrow keys or the mouse, so Enter searches. The
 * server knows the words; one question at a time, and an answer that comes too late is not shown.
 */
(function () {
  'use strict';

  const box = document.getElementById('q');
  const list = document.getElementById('qList');
  if (!box || !list) {
    return;
  }

  const PAUSE_MS = 150;
  const base = document.documentElement.dataset.base || '';
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const said = document.getElementById('qSaid');
  let offers = null;
  let active = -1;
  let timer = 0;
  let asking = null;
  let asked = ''; // what is being asked

  function isOpen() {
    return !list.hidden;
  }

  /* Whether what is offered was made for what stands there now: somebody who types fast is ahead of the answer. */
  function isCurrent() {
    return isOpen() && offers.text === box.value && offers.at === box.selectionStart;
  }

  function options() {
    return list.querySelectorAll('[role="option"]');
  }

  function close() {
    clearTimeout(timer);
    if (asking) {
      asking.abort();
    }
    asked = '';
    list.hidden = true;
    offers = null;
    mark(-1);
    box.setAttribute('aria-expanded', 'false');
  }

  function mark(index) {
    active = index;
    options().forEach(function (option, i) {
      option.setAttribute('aria-selected', String(i === index));
      if (i === index) {
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    if (index < 0) {
      box.removeAttribute('aria-activedescendant');
    } else {
      box.setAttribute('aria-activedescendant', 'qOffer-' + index);
    }
  }

  /* One place more than there are options: at its ends the list leads back to the box. */
  function move(step) {
    const places = offers.items.length + 1;
    mark((active + 1 + step + places) % places - 1);
  }

  function part(style, text, tag) {
    const element = document.createElement(tag || 'span');
    element.className = style;
    element.textContent = text;
    return element;
  }

  function option(item, index) {
    const line = document.createElement('li');
    line.id = 'qOffer-' + index;
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', 'false');
    const what = document.createElement('bdi');
    what.textContent = item.label;
    line.append(part('what', ''), ' ', part('means', item.note || ''));
    line.firstChild.append(what);
    if (item.count !== undefined) {
      line.append(' ', part('count', number.format(item.count), 'b'));
    }
    return line;
  }

  function remark(text) {
    const line = part('partial', text, 'li');
    line.setAttribute('role', 'presentation');
    return line;
  }

  function tell(count) {
    said.textContent = count === 0 ? list.dataset.none
      : count === 1 ? list.dataset.one : list.dataset.many.replace('{0}', number.format(count));
  }

  /* The one offer is what stands there already: nothing is left to say. */
  function isThere(found) {
    return found.items.length === 1 && box.value.slice(found.start, found.end) === found.items[0].insert;
  }

  function show(found, wanted) {
    if (found.items.length === 0 || isThere(found)) {
      close();
      if (wanted) {
        tell(0);
      }
      return;
    }
    offers = { items: found.items, start: found.start, end: found.end, text: box.value, at: box.selectionStart };
    list.replaceChildren.apply(list, found.items.map(option));
    if (!found.complete) {
      list.append(remark(list.dataset.partial));
    }
    if (!found.narrowed) {
      list.append(remark(list.dataset.wide));
    }
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    mark(-1);
    tell(found.items.length);
  }

  function address(at) {
    const asked = new URLSearchParams({ q: box.value, at: String(at) });
    ['from', 'to'].forEach(function (name) {
      const field = box.form.elements[name];
      if (field && field.value) {
        asked.set(name, field.value);
      }
    });
    return base + '/api/completions?' + asked;
  }

  /* wanted: the person asked for it by a key; else it is not offered where nothing has been typed yet. */
  function ask(wanted) {
    clearTimeout(timer); // who asked by a key has an answer, and perhaps chosen of it, before the pause is over
    const at = box.selectionStart;
    const text = box.value;
    if (at !== box.selectionEnd || (!wanted && (at === 0 || /\s-?$/.test(text.slice(0, at))))) {
      close();
      return;
    }
    if (asked === at + ' ' + text) {
      return; // who presses the key once more before the answer is there is not to wait anew
    }
    if (asking) {
      asking.abort();
    }
    const mine = new AbortController();
    asking = mine;
    asked = at + ' ' + text;
    fetch(address(at), { headers: { 'X-Requested-With': 'fetch' }, cache: 'no-store', signal: mine.signal })
      .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(answer.status); })
      .then(function (found) {
        if (document.activeElement === box && box.value === text && box.selectionStart === at) {
          show(found, wanted);
        }
      })
      .catch(function () {
        if (!mine.signal.aborted) {
          close(); // whoever types can do without
        }
      })
      .finally(function () {
        if (asking === mine) {
          asked = '';
        }
      });
  }

  function accept(index) {
    const item = offers.items[index];
    const rest = box.value.slice(offers.end);
    const isQualifier = item.insert.endsWith(':');
    const insert = item.insert + (rest === '' && !isQualifier ? ' ' : '');
    const place = offers.start + insert.length;
    box.value = box.value.slice(0, offers.start) + insert + rest;
    box.setSelectionRange(place, place);
    close();
    if (isQualifier) {
      ask(true);
    }
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isCurrent()) {
        move(event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'ArrowDown') {
        ask(true);
      }
    } else if ((event.key === 'Enter' || event.key === 'Tab') && isCurrent() && active >= 0) {
      event.preventDefault();
      accept(active);
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      close();
    }
  }

  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-haspopup', 'listbox');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-expanded', 'false');
  box.addEventListener('keydown', onKey);
  box.addEventListener('input', function (event) {
    clearTimeout(timer);
    mark(-1);
    if (!event.isComposing) {
      timer = setTimeout(ask, PAUSE_MS, false);
    }
  });
  box.addEventListener('blur', close);
  list.addEventListener('mousedown', function (event) {
    event.preventDefault(); // the box keeps the focus
  });
  list.addEventListener('click', function (event) {
    const line = event.target.closest('[role="option"]');
    if (line && isCurrent()) {
      accept(Array.from(options()).indexOf(line));
    }
  });
})();
