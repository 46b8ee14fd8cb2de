// Draws what the page's own data island says; every chart stands beside a table with the same figures.
(() => {
  const charts = [];
  const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const base = () => ({
    animation: false,
    textStyle: { fontFamily: ink("--sans"), fontSize: 13, color: ink("--ink-soft") },
    tooltip: { trigger: "axis", renderMode: "richText", confine: true, backgroundColor: ink("--sheet"), borderColor: ink("--rule-strong"), textStyle: { color: ink("--ink"), fontFamily: ink("--sans"), fontSize: 13 } },
  });
  const axis = (more) => ({
    axisLine: { lineStyle: { color: ink("--rule-strong") } }, axisTick: { show: false },
    axisLabel: { color: ink("--ink-soft"), fontSize: 13 }, splitLine: { lineStyle: { color: ink("--rule") } }, ...more,
  });
  const parted = (number) => number.toLocaleString("en-US", { maximumFractionDigits: 4 });

  const indicator = (data) => {
    const colours = { actual: [ink("--bar"), ink("--bar-soft")], target: [ink("--accent"), ink("--accent-deep")] };
    const seen = { actual: 0, target: 0 };
    const values = data.series.flatMap((one) => one.points.map((point) => Number(point.value)));
    const low = Math.min(...values), high = Math.max(...values), room = (high - low || Math.abs(high) || 1) * 0.25;
    return {
      ...base(),
      grid: { left: 8, right: 24, top: 44, bottom: 8, containLabel: true },
      legend: { top: 0, right: 0, itemWidth: 18, textStyle: { color: ink("--ink-soft"), fontSize: 13 } },
      xAxis: axis({ type: "category", data: data.years.map(String), splitLine: { show: false } }),
      yAxis: axis({ type: "value", scale: true, min: low >= 0 ? Math.max(0, low - room) : low - room, max: high + room, axisLine: { show: false }, axisLabel: { show: false } }),
      series: data.series.map((one) => {
        // A dashed line leads from the last result of the same use to its target.
        const results = one.role === "target" && data.series.filter((other) => other.role === "actual").at(seen.target) || null;
        const last = results && results.points.at(-1);
        const colour = colours[one.role][Math.min(seen[one.role]++, 1)];
        const points = new Map(one.points.map((point) => [point.year, point]));
        return {
          name: one.name, type: "line", symbolSize: one.role === "target" ? 13 : 9, symbol: one.role === "target" ? "diamond" : "circle",
          lineStyle: { width: one.role === "target" ? 1.5 : 2.5, color: colour, type: one.role === "target" ? [5, 4] : "solid" }, itemStyle: { color: colour },
          connectNulls: true,
          label: { show: true, position: "top", distance: 8, formatter: (p) => p.data.written, color: ink("--ink"), fontWeight: one.role === "target" ? 700 : 400, fontSize: 13 },
          labelLayout: { hideOverlap: true },
          data: data.years.map((year) => {
            const point = points.get(year);
            if (!point && last && last.year === year) return { value: Number(last.value), symbol: "none", label: { show: false }, written: last.written };
            if (!point) return { value: null };
            return { value: Number(point.value), written: point.written, itemStyle: point.provisional ? { color: ink("--sheet"), borderColor: colour, borderWidth: 2 } : { color: colour } };
          }),
          tooltip: { valueFormatter: (value) => (value == null ? "-" : `${parted(value)} ${data.unit}`) },
        };
      }),
    };
  };

  const money = (data) => ({
    ...base(),
    grid: { left: 8, right: 72, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, right: 0, textStyle: { color: ink("--ink-soft"), fontSize: 13 } },
    tooltip: { ...base().tooltip, axisPointer: { type: "shadow" }, valueFormatter: (value) => `${parted(value)} ${data.unit}` },
    xAxis: axis({ type: "value", axisLabel: { show: false }, splitLine: { show: false } }),
    yAxis: axis({ type: "category", inverse: true, data: data.names, axisLine: { show: false }, axisLabel: { color: ink("--ink"), fontSize: 13 } }),
    // This year above, written out; last year below it, thin and pale, in the tooltip and in the table.
    series: [...data.series].reverse().map((one, index) => ({
      name: one.name, type: "bar", barWidth: index ? 5 : 12, barGap: "15%",
      itemStyle: { color: index ? ink("--bar-soft") : ink("--bar"), borderRadius: [0, 2, 2, 0] },
      label: { show: index === 0, position: "right", distance: 6, color: ink("--ink-soft"), fontSize: 12, formatter: (p) => one.labels[p.dataIndex] },
      data: one.values.map(Number),
    })),
  });

  const kinds = { indicator, money };
  const draw = (root) => {
    for (const holder of root.querySelectorAll("[data-chart]")) {
      const island = document.getElementById(holder.dataset.chart);
      if (!island || !window.echarts || holder.dataset.drawn) continue;
      holder.dataset.drawn = "yes";
      const data = JSON.parse(island.textContent);
      holder.hidden = false;
      const chart = echarts.init(holder, null, { renderer: "svg" });
      chart.setOption(kinds[data.kind](data));
      charts.push({ chart, data, holder });
    }
  };
  const living = () => charts.filter(({ holder }) => holder.isConnected);
  const again = () => living().forEach(({ chart, data }) => chart.setOption(kinds[data.kind](data), true));
  document.addEventListener("DOMContentLoaded", () => draw(document));
  document.addEventListener("htmx:afterSettle", () => draw(document));
  document.addEventListener("uigwe:theme", again);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  addEventListener("resize", () => living().forEach(({ chart }) => chart.resize()));
})();
