/* The recorders are refreshed every few seconds, unless paused or while a text is being copied. */
(function () {
  'use strict';

  let selecting = false;

  function poll() {
    return window.PrimeFaces ? PrimeFaces.widgets.recordersPoll : null;
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

  document.getElementById('pause').addEventListener('click', function (event) { pause(event.currentTarget); });
})();
