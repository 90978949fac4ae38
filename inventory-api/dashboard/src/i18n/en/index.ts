import { common } from './common';
import { goods } from './goods';
import { trade } from './trade';

export const en = { ...common, ...goods, ...trade } as const;

export type English = typeof en;
