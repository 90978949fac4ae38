import type { LotName } from '../api/types';
import type { Text } from '../i18n/text';

/** What tells a lot from others of its product. Events leave out what a lot does not have. */
export function lotName({ colorCode, productionDate }: Partial<LotName>, { t, date }: Pick<Text, 't' | 'date'>): string {
  return [colorCode ?? t('color.none'), productionDate ? date(productionDate) : t('date.none')].join(' · ');
}
