import { UNITS } from '../api/types';
import { useText } from '../i18n/text';
import { SelectField, TextArea, TextField } from '../ui/field';
import type { Draft, DraftField } from './draft';

/** The fields of a product. */
export function ProductFields(props: { draft: Draft; faults: Readonly<Record<string, string>>; onChange: (draft: Draft) => void }) {
  const { t } = useText();
  const { draft, faults, onChange } = props;
  const of = (field: DraftField) => ({
    value: draft[field],
    label: t(`field.${field}`),
    error: faults[field],
    onText: (text: string) => onChange({ ...draft, [field]: text }),
  });
  return (
    <div className="fields">
      <TextField {...of('code')} required maxLength={64} />
      <TextField {...of('name')} required maxLength={200} />
      <TextField {...of('specification')} maxLength={200} />
      <SelectField {...of('unit')} options={UNITS.map((unit) => [unit, t(`unit.${unit}`)])} />
      <TextField {...of('piecesPerUnit')} inputMode="numeric" />
      <TextField {...of('weight')} inputMode="decimal" />
      <TextField {...of('lowStockThreshold')} inputMode="numeric" hint={t('product.threshold.hint')} />
      <SelectField
        {...of('status')}
        options={[
          ['active', t('status.active')],
          ['inactive', t('status.inactive')],
        ]}
      />
      <TextArea {...of('specifications')} wide hint={t('product.specifications.hint')} />
    </div>
  );
}
