import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { chartColours, colours, type as fonts } from '../theme/tokens.js';
import type { ChartData } from './chart-data.js';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Draws, follows the width of its place, and returns how to stop. */
export function drawChart(place: HTMLElement, data: ChartData): () => void {
  const chart = init(place, null, { renderer: 'svg' });
  chart.setOption(data.kind === 'share' ? shareOption(data) : axisOption(data));
  const watcher = new ResizeObserver(() => chart.resize());
  watcher.observe(place);
  return () => {
    watcher.disconnect();
    chart.dispose();
  };
}

const text = { fontFamily: fonts.sans, fontSize: 12, color: colours['ink-soft'] };
const axisLine = { lineStyle: { color: colours['line-strong'] } };
const splitLine = { lineStyle: { color: colours.line } };

function axisOption({ kind, unit, categories, series }: ChartData): EChartsCoreOption {
  return {
    color: [...chartColours],
    textStyle: text,
    animationDuration: 300,
    tooltip: { trigger: 'axis', textStyle: { ...text, color: colours.ink } },
    ...(series.length > 1 && { legend: { top: 0, right: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: text } }),
    grid: { left: 8, right: 14, top: series.length > 1 ? 34 : 24, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'category', data: [...categories], axisTick: { show: false }, axisLine, axisLabel: text },
    yAxis: { type: 'value', name: unit, nameTextStyle: { ...text, align: 'right' }, minInterval: 1, splitLine, axisLabel: text },
    series: series.map(({ name, values }) => ({
      name,
      type: kind === 'line' ? 'line' : 'bar',
      data: [...values],
      barMaxWidth: 22,
      symbolSize: 6,
      lineStyle: { width: 2 },
      itemStyle: { borderRadius: kind === 'bar' ? [2, 2, 0, 0] : 0 },
    })),
  };
}

/** Shares as bars, longest on top: lengths compare, angles do not. */
function shareOption({ categories, series, unit }: ChartData): EChartsCoreOption {
  const values = series[0]?.values ?? [];
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const parts = categories.map((name, at) => ({ name, value: values[at] ?? 0 })).sort((a, b) => a.value - b.value);
  return {
    color: [colours.pine],
    textStyle: text,
    animationDuration: 300,
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, textStyle: { ...text, color: colours.ink } },
    grid: { left: 4, right: 86, top: 6, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', minInterval: 1, splitLine, axisLabel: { show: false } },
    yAxis: { type: 'category', data: parts.map(({ name }) => name), axisTick: { show: false }, axisLine, axisLabel: text },
    series: [
      {
        type: 'bar',
        data: parts.map(({ value }) => value),
        barMaxWidth: 16,
        itemStyle: { borderRadius: [0, 2, 2, 0] },
        label: {
          show: true,
          position: 'right',
          ...text,
          formatter: ({ value }: { value: number }) => `${value} ${unit}${total > 0 ? ` · ${((value / total) * 100).toFixed(1)}%` : ''}`,
        },
      },
    ],
  };
}
