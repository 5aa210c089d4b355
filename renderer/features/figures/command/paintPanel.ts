/** Pixels of the picture for one of the screen: sharp on a projector and on paper. */
const sharpness = 2;
const margin = 12;
/** Marks what belongs to the screen alone: buttons that save, notices. */
export const unpainted = 'data-unpainted';

/**
 * A panel as it stands on the screen, as a PNG. Painted from its boxes, texts and shapes, since the
 * page's policy lets no picture of a document in. Undefined where the picture could not be made.
 */
export async function paintPanel(panel: HTMLElement): Promise<Uint8Array | undefined> {
  const box = panel.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((box.width + 2 * margin) * sharpness);
  canvas.height = Math.ceil((box.height + 2 * margin) * sharpness);
  const brush = canvas.getContext('2d');
  if (!brush) return undefined;
  brush.scale(sharpness, sharpness);
  brush.fillStyle = getComputedStyle(panel).getPropertyValue('--surface').trim();
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.translate(margin - box.left, margin - box.top);
  paintElement(brush, panel);
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return picture ? new Uint8Array(await picture.arrayBuffer()) : undefined;
}

function paintElement(brush: CanvasRenderingContext2D, element: Element): void {
  if (element.hasAttribute(unpainted)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  if (element instanceof SVGGeometryElement) {
    paintShape(brush, element, style);
    return;
  }
  brush.save();
  if (element instanceof HTMLElement) paintBox(brush, element, style);
  if (element instanceof HTMLCanvasElement) {
    const { left, top, width, height } = element.getBoundingClientRect();
    brush.drawImage(element, left, top, width, height);
  }
  for (const child of element.childNodes) {
    if (child instanceof Text && element instanceof HTMLElement) paintText(brush, child, style);
    else if (child instanceof Element && child.localName !== 'title') paintElement(brush, child);
  }
  brush.restore();
}

function paintBox(
  brush: CanvasRenderingContext2D,
  element: HTMLElement,
  style: CSSStyleDeclaration,
) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const path = new Path2D();
  path.roundRect(left, top, width, height, parseFloat(style.borderTopLeftRadius) || 0);
  brush.fillStyle = style.backgroundColor;
  brush.fill(path);
  if (style.overflowX === 'hidden') brush.clip(path);
  const mark = getComputedStyle(element, '::before');
  const side = parseFloat(mark.width);
  // the squares of a key: all that the panels draw before a text
  if (mark.content === '""' && side > 0) {
    brush.fillStyle = mark.backgroundColor;
    brush.fillRect(left, top + (height - side) / 2, side, side);
  }
}

/** Line by line where the screen breaks it; too long for its box, it ends in dots as there. */
function paintText(brush: CanvasRenderingContext2D, text: Text, style: CSSStyleDeclaration): void {
  const { data, parentElement } = text;
  if (data.trim() === '' || !parentElement) return;
  brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  brush.fillStyle = style.color;
  brush.textBaseline = 'middle';
  for (const { words, rect } of linesOf(text)) {
    const room = parentElement.getBoundingClientRect().right - rect.left;
    const isCut = style.textOverflow === 'ellipsis' && rect.width > room + 1;
    const shown = isCut ? cutTo(words, room, (one) => brush.measureText(one).width) : words;
    brush.fillText(shown, rect.left, rect.top + rect.height / 2);
  }
}

function linesOf(text: Text): readonly { readonly words: string; readonly rect: DOMRect }[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  const whole = range.getBoundingClientRect();
  if (range.getClientRects().length <= 1) return [{ words: text.data.trim(), rect: whole }];
  const lines: { words: string; rect: DOMRect }[] = [];
  let from = 0;
  for (const { 0: sign, index } of text.data.matchAll(/./gsu)) {
    range.setStart(text, index);
    range.setEnd(text, index + sign.length);
    const rect = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (last && Math.abs(last.rect.top - rect.top) < 2) {
      last.words = text.data.slice(from, index + sign.length);
    } else {
      from = index;
      lines.push({ words: sign, rect });
    }
  }
  return lines;
}

/** The longest beginning that leaves room for the dots. */
function cutTo(words: string, room: number, widthOf: (words: string) => number): string {
  const signs = [...words];
  while (signs.length > 0 && widthOf(`${signs.join('')}…`) > room) signs.pop();
  return `${signs.join('')}…`;
}

function paintShape(
  brush: CanvasRenderingContext2D,
  shape: SVGGeometryElement,
  style: CSSStyleDeclaration,
): void {
  const place = shape.getScreenCTM();
  if (!place) return;
  const path = new Path2D();
  path.addPath(outlineOf(shape), place);
  const scale = Math.hypot(place.a, place.b);
  if (style.fill !== 'none') {
    brush.fillStyle = style.fill;
    brush.fill(path);
  }
  if (style.stroke !== 'none') {
    brush.strokeStyle = style.stroke;
    brush.lineWidth = parseFloat(style.strokeWidth) * scale;
    brush.setLineDash(
      style.strokeDasharray.match(/[\d.]+/g)?.map((one) => Number(one) * scale) ?? [],
    );
    brush.stroke(path);
  }
}

function outlineOf(shape: SVGGeometryElement): Path2D {
  if (shape instanceof SVGPathElement) return new Path2D(shape.getAttribute('d') ?? '');
  const path = new Path2D();
  if (shape instanceof SVGCircleElement) path.arc(0, 0, shape.r.baseVal.value, 0, 2 * Math.PI);
  else if (shape instanceof SVGRectElement) {
    const { x, y, width, height, rx } = shape;
    path.roundRect(
      x.baseVal.value,
      y.baseVal.value,
      width.baseVal.value,
      height.baseVal.value,
      rx.baseVal.value,
    );
  }
  return path;
}
