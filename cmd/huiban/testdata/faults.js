// faults(width) lists what a reader of this page, and of the pages framed in it, would stumble over: sideways scrolling and
// text that is too faint for its ground (WCAG 2.1 §1.4.3).
const faults = width => {
  const found = [];
  const rgba = s => {
    const n = s.match(/[\d.]+(e-?\d+)?/g).map(Number);
    const [r, g, b] = s.startsWith('color(srgb ') ? n.slice(0, 3).map(v => v * 255) : n;
    if (!/^(rgba?\(|color\(srgb )/.test(s)) throw new Error('a colour not known here: ' + s);
    return [r, g, b, n[3] ?? 1];
  };
  const over = (c, under) => under.map((u, i) => u + (c[i] - u) * c[3]);
  const mix = (a, b, share) => a.map((v, i) => v + (b[i] - v) * share);
  const luminance = c => {
    const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  // What lies on the ground within these boxes, outermost first. The opacity of a box takes its text and its paper with it.
  const painted = (boxes, ground, ink) => {
    if (!boxes.length) return ink ? over(ink, ground) : ground;
    const [b, ...inner] = boxes;
    return mix(ground, painted(inner, over(b.paper, ground), ink), b.opacity);
  };
  const canvas = doc => {
    const e = doc.createElement('i');
    e.style.background = 'Canvas';
    doc.documentElement.append(e);
    const c = rgba(getComputedStyle(e).backgroundColor).slice(0, 3);
    e.remove();
    return c;
  };
  const known = new Map();
  const box = e => {
    if (!known.has(e)) {
      const s = getComputedStyle(e), size = parseFloat(s.fontSize);
      known.set(e, { paper: rgba(s.backgroundColor), ink: rgba(s.color), opacity: Number(s.opacity), large: size >= 24 || size >= 18.66 && s.fontWeight >= 700 });
    }
    return known.get(e);
  };
  const around = e => {
    const boxes = [];
    for (; e; e = e.parentElement) if (box(e).paper[3] || box(e).opacity < 1) boxes.unshift(box(e));
    return boxes;
  };
  const say = (what, e, text) => found.push(`${what}: <${e.localName}> ${text.trim().replace(/\s+/g, ' ').slice(0, 60)}`);
  const legible = (e, text, ground) => {
    const boxes = around(e), want = box(e).large ? 3 : 4.5;
    const got = ratio(painted(boxes, ground, box(e).ink), painted(boxes, ground));
    if (got < want) say(`contrast ${got.toFixed(2)}, want ${want}`, e, text);
  };
  const shown = e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getClientRects().length > 0;
  const read = (doc, width) => {
    const ground = canvas(doc), words = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const e = words.currentNode.parentElement, text = words.currentNode.data;
      if (text.trim() && shown(e)) legible(e, text, ground);
    }
    const wide = doc.documentElement.scrollWidth;
    if (wide > width) say(`${wide} px wide, want ${width}`, doc.documentElement, doc.title);
    for (const e of doc.body.querySelectorAll('*'))
      if (/auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth) say('scrolls sideways', e, e.id);
    for (const f of doc.querySelectorAll('iframe'))
      if (shown(f)) read(f.contentDocument, f.clientWidth);
  };
  read(document, width);
  return found;
};
