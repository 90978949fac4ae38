import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import { useText } from '../i18n/text';
import { Loading } from '../ui/notes';
import { Card } from '../ui/page';
import { useRecentMovements, useStock } from './queries';
import { seriesOf, untilNow, type Series } from './series';

const HEIGHT = 200;

/** How much there was, from the ledger. Said in words, too. */
export function StockChart({ id }: { id: string }) {
  const { t, number, dateTime } = useText();
  const stock = useStock(id).data;
  const movements = useRecentMovements(id).data;
  const series = useMemo(() => stock && movements && untilNow(seriesOf(stock.totalQuantity, movements.data), Date.now() / 1_000), [stock, movements]);
  if (!series) {
    return (
      <Card title={t('stock.chart')}>
        <Loading />
      </Card>
    );
  }
  const [first] = series.seconds;
  const last = series.seconds.at(-1);
  if (first === undefined || last === undefined) {
    return (
      <Card title={t('stock.chart')}>
        <p className="muted">{t('stock.chart.none')}</p>
      </Card>
    );
  }
  const about = t('stock.chart.about', {
    count: number(series.pieces.length - 2),
    from: dateTime(first * 1_000),
    to: dateTime(last * 1_000),
    least: number(Math.min(...series.pieces)),
    most: number(Math.max(...series.pieces)),
  });
  return (
    <Card title={t('stock.chart')}>
      <figure className="chart">
        <Plot series={series} />
        <figcaption className="muted">{about}</figcaption>
      </figure>
    </Card>
  );
}

function Plot({ series }: { series: Series }) {
  const { number, language } = useText();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  useEffect(() => {
    const element = place.current as HTMLDivElement;
    const draw = () => {
      plot.current?.destroy();
      plot.current = new uPlot(options(element, number, language.locale), [[], []], element);
      plot.current.setData(dataOf(shown.current));
    };
    const resized = new ResizeObserver(() => plot.current?.setSize({ width: element.clientWidth, height: HEIGHT }));
    const themed = new MutationObserver(draw);
    const system = matchMedia('(prefers-color-scheme: dark)');
    draw();
    resized.observe(element);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    system.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      themed.disconnect();
      system.removeEventListener('change', draw);
      plot.current?.destroy();
      plot.current = null;
    };
  }, [number, language]);
  const shown = useRef(series);
  useEffect(() => {
    shown.current = series;
    plot.current?.setData(dataOf(series));
  }, [series]);
  return <div ref={place} className="plot" aria-hidden="true" />;
}

function dataOf({ seconds, pieces }: Series): uPlot.AlignedData {
  return [[...seconds], [...pieces]];
}

/** A canvas knows no variables of a style sheet: they are read from elements that have them. */
function colorOf(element: HTMLElement, property: string): string {
  const probe = element.appendChild(document.createElement('i'));
  probe.style.color = `var(${property})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function options(element: HTMLElement, number: (value: number) => string, locale: string): uPlot.Options {
  const axis = { stroke: colorOf(element, '--muted'), grid: { stroke: colorOf(element, '--line'), width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif' };
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const second = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const times = (_: uPlot, values: number[], __: number, ___: number, step: number) =>
    values.map((seconds) => (step >= 86_400 ? day : step >= 60 ? hour : second).format(seconds * 1_000));
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: { y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [
      { ...axis, values: times, space: 90, size: 34 },
      { ...axis, size: 60, values: (_, values) => values.map((value) => (Number.isInteger(value) ? number(value) : '')) },
    ],
    series: [
      {},
      {
        stroke: colorOf(element, '--accent'),
        fill: colorOf(element, '--accent-soft'),
        width: 2,
        points: { show: false },
        paths: uPlot.paths.stepped?.({ align: 1 }) ?? null,
      } as uPlot.Series,
    ],
  };
}
