import type { LotName } from '../api/types';
import type { Text } from '../i18n/text';

/** What tells a lot from others of its product. */
export function lotName({ colorCode, productionDate }: LotName, { t, date }: Pick<Text, 't' | 'date'>): string {
  return [colorCode ?? t('color.none'), productionDate === null ? t('date.none') : date(productionDate)].join(' · ');
}
