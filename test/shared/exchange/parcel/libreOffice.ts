import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const soffice = ['soffice', 'libreoffice'].find(
  (program) => spawnSync(program, ['--version'], { timeout: 60_000 }).status === 0,
);

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function xml(kind: string, name: string, body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<!DOCTYPE ${kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${name}.dtd">\n${body}`
  );
}

/**
 * Runs `Sub Main` of a Basic module in one LibreOffice process. The first start makes the profile,
 * the second finds the module in it.
 */
export function runBasic(folder: string, code: string): void {
  const profile = join(folder, 'profile');
  const start = (...settings: readonly string[]) =>
    spawnSync(
      soffice ?? '',
      [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore', ...settings],
      { encoding: 'utf8', timeout: 120_000 },
    );
  start('--terminate_after_init');
  const library = join(profile, 'user', 'basic', 'Standard');
  mkdirSync(library, { recursive: true });
  writeFileSync(
    join(library, 'script.xlb'),
    xml(
      'library:library',
      'library',
      '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Edits"/></library:library>',
    ),
  );
  writeFileSync(
    join(library, 'Edits.xba'),
    xml(
      'script:module',
      'module',
      `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${escapeXml(code)}</script:module>`,
    ),
  );
  start('macro:///Standard.Edits.Main');
}

/** Subs and functions that the edits are written with: columns by header, rows from 0. */
export const basicWords = `
Function Opened(path As String, secret As String) As Object
  Dim props(1) As New com.sun.star.beans.PropertyValue
  props(0).Name = "Hidden" : props(0).Value = True
  props(1).Name = "Password" : props(1).Value = secret
  If secret = "" Then props(1).Name = "Silent" : props(1).Value = True
  Opened = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, props())
End Function
Sub Saved(doc As Object, path As String, filter As String)
  Dim props(0) As New com.sun.star.beans.PropertyValue
  props(0).Name = "FilterName" : props(0).Value = filter
  doc.storeToURL(ConvertToURL(path), props())
  doc.close(True)
End Sub
Function Col(s As Object, header As String) As Long
  Dim c As Long
  For c = 0 To 60
    If s.getCellByPosition(c, 2).String = header Then
      Col = c
      Exit Function
    End If
  Next c
  Col = -1
End Function
Function At(s As Object, header As String, row As Long) As Object
  At = s.getCellByPosition(Col(s, header), 3 + row)
End Function
Function RowRange(s As Object, row As Long) As Object
  RowRange = s.getCellRangeByPosition(0, 3 + row, 40, 3 + row)
End Function
Sub CopyRow(s As Object, row As Long, target As Long)
  s.copyRange(s.getCellByPosition(0, 3 + target).CellAddress, RowRange(s, row).RangeAddress)
End Sub
Sub SortBy(s As Object, header As String, rows As Long)
  Dim sortFields(0) As New com.sun.star.table.TableSortField
  sortFields(0).Field = Col(s, header)
  sortFields(0).IsAscending = False
  Dim descriptor(1) As New com.sun.star.beans.PropertyValue
  descriptor(0).Name = "SortFields" : descriptor(0).Value = sortFields()
  descriptor(1).Name = "ContainsHeader" : descriptor(1).Value = False
  s.getCellRangeByPosition(0, 3, 40, 2 + rows).sort(descriptor())
End Sub
`;
