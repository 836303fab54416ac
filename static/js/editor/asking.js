// A request that a script makes. What goes wrong is told where htmx's events are heard (see saying.js).
export const ask = (verb, address, context) => htmx.ajax(verb, address, context)?.catch(() => {});

// The token changes at a login in another tab; the cookie always has the one that counts.
export const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
