/* Plain old JavaScript for every browser: says what to do where the page itself cannot start. */
(() => {
  var page = document.documentElement;
  page.setAttribute('data-scripts', '');
  function show(id) {
    var loading = document.getElementById('loading');
    var text = document.getElementById(id);
    if (page.getAttribute('data-started') !== null || !text) return;
    if (loading) loading.style.display = 'none';
    text.style.display = 'block';
    text.removeAttribute('hidden');
  }
  function old() {
    show('too-old');
  }
  // Safari 14 is the first with BigInt; browsers without modules never run the page.
  if (!('noModule' in document.createElement('script')) || typeof BigInt === 'undefined') {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', old);
    else old();
  }
  window.addEventListener(
    'error',
    (event) => {
      // An element that did not load, or a script that this browser cannot read.
      if (event.target && event.target !== window) show('not-loaded');
      else old();
    },
    true,
  );
})();
