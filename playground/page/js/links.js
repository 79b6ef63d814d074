// Which links stay inside: the server says what they open. The rest is the browser's.
export function isInside(url) {
  try {
    const link = new URL(/^(https?|tg):/i.test(url) ? url : `https://${url}`);
    return link.protocol === "tg:" || ["t.me", "www.t.me", "telegram.me"].includes(link.hostname);
  } catch {
    return false;
  }
}
