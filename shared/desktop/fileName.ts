/** Characters that Windows forbids in names; the same name must work on every stick. */
const forbidden = /[\\/:*?"<>|\p{Cc}]/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longest = 120;

/** A name to suggest in a dialog, of one path segment, that every file system takes. */
export function safeFileName(suggested: string): string {
  const name = suggested.replace(forbidden, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot) : '';
  const stem = (dot > 0 ? name.slice(0, dot) : name).slice(0, longest - ending.length);
  return stem === '' || reserved.test(name) ? `_${stem}${ending}` : `${stem}${ending}`;
}
