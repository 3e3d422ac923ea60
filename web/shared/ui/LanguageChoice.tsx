import { chooseLanguage, isLanguage, language, LANGUAGE_NAMES, LANGUAGES } from "../i18n/index.js";

const LABEL = { fi: "Kieli", sv: "Språk", en: "Language" };

export function LanguageChoice() {
  return (
    <select
      class="select language"
      aria-label={LABEL[language.value]}
      value={language.value}
      onChange={({ currentTarget: { value } }) => {
        if (isLanguage(value)) chooseLanguage(value);
      }}
    >
      {LANGUAGES.map((one) => (
        <option key={one} value={one} lang={one}>
          {LANGUAGE_NAMES[one]}
        </option>
      ))}
    </select>
  );
}
