/* What the site's pages can do beyond their text: a search without a server, and sections that the keyboard can scroll. */
(function () {
  'use strict';
  const root = new URL('..', document.currentScript.src);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  }

  /* A GET to the search page works from file:// as from a server. */
  function searchBox(asked) {
    return element('form', {action: new URL('search.html', root), method: 'get', role: 'search', class: 'site-search'},
        element('input', {type: 'search', name: 'q', value: asked, placeholder: 'Search', 'aria-label': 'Search this site'}));
  }

  function load(script) {
    return new Promise((done, failed) => {
      const tag = element('script', {src: new URL(script, root)});
      tag.onload = done;
      tag.onerror = () => failed(new Error(script + ' is not there'));
      document.head.append(tag);
    });
  }

  /* Words in any order, all of them; a misspelt one finds what is near. */
  function find(sections, words) {
    const keys = [{name: 'heading', weight: 4}, {name: 'title', weight: 2}, {name: 'text', weight: 1}];
    const options = {keys, ignoreLocation: true, threshold: 0.2, minMatchCharLength: 2, includeScore: true};
    const all = word => ({$or: keys.map(key => ({[key.name]: word}))});
    const exact = new Fuse(sections, {...options, useExtendedSearch: true}).search({$and: words.map(word => all("'" + word))});
    return (exact.length > 0 ? exact : new Fuse(sections, options).search({$and: words.map(all)})).slice(0, 30);
  }

  /* The part of the text around the first word that stands in it. */
  function excerpt(text, words) {
    const lower = text.toLowerCase();
    const at = Math.max(0, ...words.map(word => lower.indexOf(word.toLowerCase())));
    const from = Math.max(0, at - 80);
    return (from > 0 ? '… ' : '') + text.slice(from, from + 240) + (text.length > from + 240 ? ' …' : '');
  }

  function show(place, found, words) {
    const count = found.length === 0 ? 'Nothing was found.' : found.length + (found.length === 1 ? ' section' : ' sections');
    const list = element('ol', {});
    found.forEach(({item}) => {
      const link = element('a', {href: new URL(item.page + (item.place ? '#' + item.place : ''), root)},
          item.title + (item.heading ? ' › ' + item.heading : ''));
      list.append(element('li', {}, link, element('p', {}, excerpt(item.text, words))));
    });
    place.replaceChildren(element('p', {role: 'status'}, count), list);
  }

  function search(place, asked) {
    const words = asked.split(/\s+/).filter(word => word.length > 1);
    if (words.length === 0) {
      return;
    }
    let sections = [];
    window.siteIndex = index => { sections = index; };
    Promise.all([load('js/fuse.min.js'), load('js/site-index.js')])
        .then(() => show(place, find(sections, words), words))
        .catch(failure => place.replaceChildren(element('p', {role: 'status'}, 'The search does not work here: ' + failure.message)));
  }

  function letTheKeyboardScroll() {
    document.querySelectorAll('pre, table').forEach(part => {
      if (part.scrollWidth > part.clientWidth) {
        part.tabIndex = 0;
      } else if (part.tabIndex === 0) {
        part.removeAttribute('tabindex');
      }
    });
  }

  document.addEventListener('DOMContentLoaded', () => {
    const asked = new URLSearchParams(location.search).get('q') || '';
    const menu = document.querySelector('#leftColumn nav');
    if (menu) {
      menu.prepend(searchBox(asked));
    }
    const results = document.getElementById('search-results');
    if (results) {
      search(results, asked);
    }
    window.addEventListener('load', letTheKeyboardScroll);
    window.addEventListener('resize', letTheKeyboardScroll);
  });
}());
