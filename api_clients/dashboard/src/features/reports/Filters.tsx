import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Select, TextInput } from "@mantine/core";
import type { MyPartner } from "@/lib/session";
import { type Question, seesNumbersOnly, wholeYear } from "./question";

interface Props {
  partners: MyPartner[];
  partner: MyPartner;
  question: Question;
  ask: (changes: Partial<Record<"partner" | "from" | "to" | "interval", string | null>>) => void;
}

/** Of whom, over which days, in which intervals. */
export function Filters({ partners, partner, question, ask }: Props) {
  const { t } = useLingui();
  return (
    <Group align="flex-end" gap="sm" mb="md">
      {partners.length > 1 && (
        <Select
          label={t`Organisation`}
          data={partners.map((one) => ({ value: one.slug, label: one.name }))}
          value={partner.slug}
          onChange={(slug) => ask({ partner: slug })}
          allowDeselect={false}
        />
      )}
      {seesNumbersOnly(partner) ? (
        <YearChoice question={question} ask={ask} />
      ) : (
        <PeriodChoice question={question} ask={ask} />
      )}
    </Group>
  );
}

function YearChoice({ question, ask }: Pick<Props, "question" | "ask">) {
  const { t } = useLingui();
  const now = new Date().getFullYear();
  const years = Array.from({ length: 8 }, (_, back) => String(now - back));
  return (
    <Select
      label={t`Year`}
      description={t`Of shorter periods the small numbers that are hidden could be worked out.`}
      data={years}
      value={question.date_from.slice(0, 4)}
      onChange={(year) => year && ask({ from: `${year}-01-01`, to: `${year}-12-31` })}
      allowDeselect={false}
      maw={320}
    />
  );
}

function PeriodChoice({ question, ask }: Pick<Props, "question" | "ask">) {
  const { t } = useLingui();
  const now = new Date().getFullYear();
  return (
    <>
      <TextInput
        type="date"
        label={t`From`}
        value={question.date_from}
        onChange={(event) => ask({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t`To`}
        value={question.date_to}
        min={question.date_from}
        onChange={(event) => ask({ to: event.currentTarget.value })}
      />
      <Select
        label={t`Intervals`}
        data={[
          { value: "month", label: t`Months` },
          { value: "quarter", label: t`Quarters` },
          { value: "year", label: t`Years` },
        ]}
        value={question.interval ?? null}
        placeholder={t`What fits the period`}
        onChange={(interval) => ask({ interval })}
        clearable
        clearButtonProps={{ "aria-label": t`Choose what fits the period` }}
        w={230}
      />
      <Group gap={4}>
        {[now, now - 1].map((year) => (
          <Button
            key={year}
            variant={
              question.date_from === wholeYear(year).date_from && question.date_to === wholeYear(year).date_to
                ? "light"
                : "default"
            }
            onClick={() => ask({ from: `${year}-01-01`, to: `${year}-12-31` })}
          >
            {year === now ? <Trans>This year</Trans> : <Trans>Last year</Trans>}
          </Button>
        ))}
      </Group>
    </>
  );
}
