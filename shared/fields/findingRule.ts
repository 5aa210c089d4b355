/**
 * Everything a codec or a row check can say about a value. The words for each stand in
 * `renderer/app/text/<language>/fields.ts`; a rule without words does not compile there.
 */
export type FindingRule =
  /** The workbook itself holds an error (`#REF!`); facts: code. */
  | 'cell.error'
  /** More characters than a workbook cell can hold; facts: length, limit. */
  | 'text.tooLong'
  /** A long number that was stored as a number has lost its last digits; facts: text. */
  | 'number.destroyedByExcel'
  | 'number.form'
  | 'number.notWhole'
  /** Excel took the entry for a date; facts: number. */
  | 'number.isDate'
  /** `约3吨`: kept as 3. */
  | 'number.approximate'
  /** facts: minimum, value */
  | 'number.belowMinimum'
  /** facts: maximum, value */
  | 'number.aboveMaximum'
  /** facts: unit, expected */
  | 'quantity.unitMismatch'
  /** The field has no unit of its own; facts: unit. */
  | 'quantity.unitDropped'
  | 'temperature.form'
  | 'temperature.outOfRange'
  | 'temperature.unlikely'
  /** `?` or U+FFFD stands where a rare character was lost. */
  | 'name.lostCharacter'
  | 'name.privateUseCharacter'
  | 'name.unlikely'
  /** facts: expected, found */
  | 'identityNumber.checkDigit'
  /** facts: length */
  | 'identityNumber.length'
  | 'identityNumber.form'
  /** facts: birth */
  | 'identityNumber.birthDate'
  /** facts: birth */
  | 'identityNumber.birthInFuture'
  | 'identityNumber.otherDocument'
  | 'documentNumber.form'
  | 'documentNumber.unrecognised'
  /** Military, embassy, temporary, tractor, without plate. */
  | 'plate.special'
  | 'plate.unrecognised'
  | 'plate.form'
  | 'phone.form'
  /** facts: length */
  | 'phone.length'
  /** Eleven digits, yet no mobile number begins like that; facts: start */
  | 'phone.mobileStart'
  /** Begins with 0, yet what follows is no area code with seven or eight digits. */
  | 'phone.landline'
  | 'phone.unrecognised'
  /** facts: areaCode */
  | 'phone.areaCodeAssumed'
  /** facts: expected, found */
  | 'creditCode.checkDigit'
  /** facts: length */
  | 'creditCode.length'
  | 'creditCode.form'
  | 'creditCode.oldRegistration'
  /** facts: text */
  | 'division.unknown'
  /** The demonstration zone: counted under the city; facts: text. */
  | 'division.noCodeOfItsOwn'
  /** Year, month or day were not written; facts: date. */
  | 'date.assumed'
  | 'date.form'
  /** facts: text */
  | 'date.noSuchDay'
  /** No report date to take the missing year from. */
  | 'date.yearUnknown'
  /** `3.3` stored as a number may have been 3.30; facts: number. */
  | 'date.ambiguousNumber'
  | 'date.timeDropped'
  /** Of two moments of a record the later one comes first; facts: header, moment of the other. */
  | 'time.beforeOther'
  | 'instant.timeMissing'
  | 'instant.noSuchTime'
  | 'flag.form'
  /** facts: text, options */
  | 'choice.unknown'
  /** Kept as text until the record it means arrives; facts: text. */
  | 'reference.unresolved'
  /** facts: entry, text */
  | 'group.entry'
  | 'required';
