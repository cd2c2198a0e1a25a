/** What a card states of the computing that training took, and of its energy or emissions. */
import type { Part } from "./cards.ts";

/** Machines with a count or a time: "2,048 H800 GPUs", "2.788M GPU hours", "8 x A100 for 3 days", 1e24 FLOPs. */
export const COMPUTE: Part = {
  hint: /[gtn]pu|[ahlvpt]\d{1,3}|mi\d{3}x|rtx|titan|910b|chip|core|accelerator|flop|显卡|卡时/i,
  says: /\b(?:pre-?)?train(?:ed|ing)?\b[^.\n]{0,100}\b(?:on|using|with)\b[^.\n]{0,40}\b(?:gpus?|tpus?|npus?|tpu[- ]?v\d\w{0,2}|a100s?|h100s?|v100s?)\b|\b(?:gpu|tpu|npu|a100|h100|h800|h200|h20|v100|mi250x?|mi300x?|chip|core|accelerator)s?[- ]?(?:gpu)?[- ]?(?:hours?|days?|months?)\b|\b\d[\d.,]{0,10}\s?(?:[x×*]\s?)?(?:nvidia |amd |google |cloud |ascend )?(?:tesla )?(?:a100|h100|h800|h200|v100|p100|t4|a6000|l40s?|rtx ?\d{4}|titan|mi250x?|mi300x?|tpu[- ]?v\d\w{0,2}|tpus?|910b?|gpus?|npus?)s?\b|\b(?:a100|h100|h800|v100|tpu[- ]?v\d\w{0,2}|mi250x?)\b[^.\n]{0,40}\b(?:gpus?|nodes?|pods?|hours?|days?|cluster)\b|\b\d(?:\.\d{1,4})?\s?(?:e|[x×]\s?10\^?\{?)\s?\d{2}\}?\s?flops?\b|(?:训练|学習)[^。\n]{0,60}(?:GPU|TPU|A100|H100|V100|显卡|卡时)/i,
  title: /\b(?:hardware type|compute infrastructure|computing infrastructure)\b|計算環境|训练硬件/i,
};

/** Energy or emissions with a figure, or the front matter's emissions (Hugging Face model card metadata, co2_eq_emissions). */
export const ENERGY: Part = {
  hint: /wh|co2|co₂|carbon|energy|power|碳|能耗|电|二酸化炭素|電力/i,
  says: /\b\d[\d.,]{0,12}\s?(?:[kmg]?wh|tco2\w{0,3}|(?:kg|g|t|tons?|tonnes?|metric tons?)\s?(?:of )?(?:co2|co₂|carbon)\w{0,4})\b|\b(?:carbon (?:emitted|emissions?|footprint)|co2(?:eq?)? emissions?|energy (?:consumption|consumed|use|usage)|power consumption)\b[^\n]{0,80}\d|(?:碳排放|能耗|耗电|二酸化炭素|CO2排出|消費電力|電力消費)[^\n]{0,60}\d/i,
  keys: ["co2_eq_emissions"],
};
