import type { Availability } from '../api/types';
import { useText } from '../i18n/text';
import { useStock } from '../stock/queries';
import { Button } from '../ui/button';
import { CheckField, SelectField, TextField } from '../ui/field';
import { Card } from '../ui/page';
import type { LineDraft } from './draft';
import { ProductPicker } from './picker';

/** The fields of a line of an order. */
export function LineFields(props: {
  index: number;
  line: LineDraft;
  faults: Readonly<Record<string, string>>;
  available: Availability['data'][number] | undefined;
  onChange: (line: LineDraft) => void;
  onRemove?: () => void;
}) {
  const { t, number } = useText();
  const { index, line, faults, available, onChange, onRemove } = props;
  const fault = (field: string) => faults[`items/${index}/${field}`];
  const name = number(index + 1);
  const hint = !available
    ? undefined
    : available.sufficient
      ? t('stock.available', { count: number(available.available) })
      : t('order.short', { available: number(available.available), requested: number(available.requested) });
  return (
    <Card
      title={t('order.line', { number: name })}
      actions={onRemove && <Button kind="quiet" icon="close" aria-label={t('order.remove', { number: name })} onClick={onRemove} />}
    >
      <div className="fields line-fields">
        <ProductPicker product={line.product} error={fault('productId')} onPick={(product) => onChange({ ...line, product, colorCode: '' })} />
        {line.product && <ColorField id={line.product.id} value={line.colorCode} error={fault('colorCode')} onText={(colorCode) => onChange({ ...line, colorCode })} />}
        <TextField
          label={t('quantity')}
          required
          inputMode="numeric"
          value={line.quantity}
          error={fault('quantity')}
          hint={hint && <span className={available?.sufficient ? 'enough' : 'short'}>{hint}</span>}
          onText={(quantity) => onChange({ ...line, quantity })}
        />
        <TextField label={t('order.price')} required inputMode="decimal" value={line.unitPrice} error={fault('unitPrice')} onText={(unitPrice) => onChange({ ...line, unitPrice })} />
        <CheckField label={t('order.mixed')} checked={line.allowMixedColors} onCheck={(allowMixedColors) => onChange({ ...line, allowMixedColors })} />
      </div>
    </Card>
  );
}

function ColorField({ id, ...rest }: { id: string; value: string; error: string | undefined; onText: (text: string) => void }) {
  const { t, number } = useText();
  const stock = useStock(id).data;
  const colors = (stock?.colors ?? []).flatMap(({ colorCode, availableQuantity }) => (colorCode === null ? [] : [[colorCode, `${colorCode} (${number(availableQuantity)})`] as const]));
  return <SelectField label={t('color')} {...rest} options={[['', t('order.any-color')], ...colors]} />;
}
