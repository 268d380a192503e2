import type { Locale } from '../model.ts';
import { doctorEn } from './en.ts';
import type { DoctorWords } from './model.ts';
import { doctorZhCN } from './zh-CN.ts';
import { doctorZhTW } from './zh-TW.ts';

const all: Readonly<Record<Locale, DoctorWords>> = {
  en: doctorEn,
  'zh-CN': doctorZhCN,
  'zh-TW': doctorZhTW,
};

/** What `npm start -- doctor` says in a language; apart from the other words, which every start loads. */
export const doctorWordsOf = (locale: Locale): DoctorWords => all[locale];
