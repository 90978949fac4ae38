import type { Messages } from '../messages';
import { common } from './common';
import { goods } from './goods';
import { trade } from './trade';

export const zh: Messages = { ...common, ...goods, ...trade };
