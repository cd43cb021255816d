/*
 * Exports without leaving the page: how far it is, a way to break it off, and at the end the file with what the server says
 * of it. Without this the form downloads the same file.
 */
(function () {
  'use strict';

  const form = document.getElementById('exportForm');
  const opener = document.getElementById('exportButton');
  const dialog = document.getElementById('exportDialog');
  if (!form) {
    return;
  }

  const ASK_EVERY = 1000;
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const expected = Number(form.dataset.events);
  let running = null;

  function part(id) {
    return document.getElementById(id);
  }

  function size(bytes) {
    const mib = bytes / 1048576;
    return mib < 1
      ? numbers.format(Math.ceil(bytes / 1024)) + ' KiB'
      : numbers.format(Math.round(mib * 10) / 10) + ' MiB';
  }

  function say(text, values) {
    return text.replace(/\{(\d)\}/g, function (place, index) { return values[index]; });
  }

  function showFar(run) {
    part('exportFar').textContent = say(form.dataset.running, [numbers.format(run.events), size(run.bytes)]);
    if (expected > 0) {
      part('exportBar').max = expected;
      part('exportBar').value = Math.min(run.events, expected);
    }
  }

  function show(state) {
    part('exportState').hidden = state !== 'running';
    part('exportCancel').hidden = state !== 'running';
    part('exportStart').hidden = state === 'running';
    part('exportFormats').disabled = state === 'running';
    part('exportClose').hidden = !dialog || state === 'running';
  }

  function end(text, good, digest) {
    show('ended');
    running = null;
    const told = part('exportEnd');
    told.textContent = text;
    told.className = good ? 'good' : 'bad';
    told.hidden = false;
    part('exportSha').textContent = digest || '';
    part('exportDigest').hidden = !digest;
  }

  async function state(id) {
    const answer = await fetch(form.dataset.api + '/' + id, { headers: { 'X-Requested-With': 'fetch' } });
    return answer.ok ? answer.json() : null;
  }

  /* The server knows how many events it has written; a workbook does not show it. */
  function watch(run) {
    return setInterval(function () {
      if (!run.id) {
        return; // not begun
      }
      state(run.id).then(function (now) {
        if (now && running === run) {
          run.events = now.events;
          showFar(run);
        }
      }).catch(function () { /* asked again soon */ });
    }, ASK_EVERY);
  }

  function keep(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  function nameOf(request) {
    const found = /filename="([^"]+)"/.exec(request.getResponseHeader('Content-Disposition') || '');
    return found ? found[1] : 'audit-events';
  }

  /* As a whole, which browsers put on their disk: pieces that a script takes lie in memory, in Firefox all of them. */
  function received(run) {
    const request = run.request;
    return new Promise(function (resolve, reject) {
      request.addEventListener('readystatechange', function () {
        if (request.readyState === XMLHttpRequest.HEADERS_RECEIVED) {
          run.id = request.getResponseHeader('Audit-Export') || '';
        }
      });
      request.addEventListener('progress', function (event) {
        run.bytes = event.loaded;
        showFar(run);
      });
      request.addEventListener('load', resolve);
      request.addEventListener('error', reject);
      request.addEventListener('abort', reject);
      request.open('GET', form.dataset.api + '?' + run.query);
      request.responseType = 'blob';
      request.setRequestHeader('X-Requested-With', 'fetch');
      request.send();
    });
  }

  async function take(run) {
    const timer = watch(run);
    try {
      await received(run);
    } finally {
      clearInterval(timer);
    }
    const file = run.request.response;
    if (run.request.status !== 200) {
      const problem = JSON.parse(await file.text());
      end(problem.code + ' ' + problem.detail, false);
      return;
    }
    const last = await state(run.id);
    if (!last || last.state !== 'COMPLETE') {
      end(say(form.dataset.broken, [numbers.format(run.events)]), false);
      return;
    }
    keep(file, nameOf(run.request));
    end(say(form.dataset.done, [numbers.format(last.events), size(file.size), nameOf(run.request)]), true, last.sha256);
  }

  function start() {
    const query = new URLSearchParams(new FormData(form)); // read before its fields are switched off
    const run = { id: '', query: query, events: 0, bytes: 0, request: new XMLHttpRequest(), cancelled: false };
    running = run;
    part('exportEnd').hidden = true;
    part('exportDigest').hidden = true;
    show('running');
    showFar(run);
    part('exportCancel').focus();
    take(run).catch(function () {
      const text = run.cancelled ? form.dataset.cancelled : form.dataset.broken;
      end(say(text, [numbers.format(run.events)]), false);
    }).then(function () {
      const next = part(part('exportClose').hidden ? 'exportStart' : 'exportClose');
      next.focus();
    });
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (!running) {
      start();
    }
  });

  part('exportCancel').addEventListener('click', function () {
    if (running) {
      running.cancelled = true;
      running.request.abort();
    }
  });

  if (dialog && opener) {
    let before = opener;
    opener.addEventListener('click', function (event) {
      event.preventDefault();
      before = document.activeElement === document.body ? opener : document.activeElement; // a key may have pressed it
      show('asked');
      dialog.showModal();
    });
    part('exportClose').addEventListener('click', function () { dialog.close(); });
    /* Escape does not throw away a file that is on its way: cancelling it is a button of its own. */
    dialog.addEventListener('cancel', function (event) {
      if (running) {
        event.preventDefault();
      }
    });
    /* The keys of the list are not those of the dialog. */
    dialog.addEventListener('keydown', function (event) { event.stopPropagation(); });
    dialog.addEventListener('close', function () { (before.isConnected ? before : opener).focus(); });
  }
})();
