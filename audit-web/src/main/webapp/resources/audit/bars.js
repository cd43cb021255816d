/* The bars of the time: the arrow keys move along them, drawing over them asks for that time. */
(function () {
  'use strict';

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

  function inBars() {
    return Boolean(bars && document.activeElement && bars.contains(document.activeElement));
  }

  window.Audit = window.Audit || {};
  window.Audit.keys = Object.assign(window.Audit.keys || {}, {
    ArrowRight: function () { return inBars() && moveBar(1); },
    ArrowLeft: function () { return inBars() && moveBar(-1); }
  });

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
})();
