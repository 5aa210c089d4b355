import { camera } from './camera';
import { checks } from './checks';
import { correction } from './correction';
import { desk } from './desk';
import { exchange } from './exchange';
import { fields } from './fields';
import { figures } from './figures';
import { frame } from './frame';
import { holds } from './holds';
import { ledger } from './ledger';
import { lookup } from './lookup';
import { own } from './own';
import { parcel } from './parcel';
import { passes } from './passes';
import { record } from './record';
import { releases } from './releases';
import { shift } from './shift';
import { reports } from './reports';
import { start } from './start';
import { transports } from './transports';
import { transits } from './transits';
import { todos } from './todos';
import { verdict } from './verdict';
import { work } from './work';

export const en = {
  camera,
  checks,
  correction,
  desk,
  exchange,
  fields,
  figures,
  frame,
  holds,
  ledger,
  lookup,
  own,
  parcel,
  passes,
  record,
  releases,
  reports,
  shift,
  start,
  transits,
  transports,
  todos,
  verdict,
  work,
};
