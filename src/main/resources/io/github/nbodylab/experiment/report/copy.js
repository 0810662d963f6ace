/** Gives each text that is meant to be copied a button that does so. */
(function () {
  "use strict";

  document.querySelectorAll("[data-copy]").forEach(function (source) {
    var button = document.createElement("button");
    var told = document.createElement("span");
    button.type = "button";
    button.className = "exp-copy";
    button.textContent = source.dataset.copy;
    told.setAttribute("role", "status");
    source.after(button, " ", told);

    function select() {
      var range = document.createRange();
      range.selectNodeContents(source);
      window.getSelection().removeAllRanges();
      window.getSelection().addRange(range);
    }

    function byHand() {
      select();
      told.textContent = document.execCommand("copy") ? "Copied." : "Press Ctrl+C to copy what is marked.";
    }

    button.addEventListener("click", function () {
      if (navigator.clipboard) {
        navigator.clipboard.writeText(source.textContent.trim()).then(function () {
          told.textContent = "Copied.";
        }, byHand);
      } else {
        byHand();
      }
    });
  });
})();
