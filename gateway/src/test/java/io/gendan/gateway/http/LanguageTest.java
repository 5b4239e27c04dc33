package io.gendan.gateway.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|ZH",
                "zh-CN,zh;q=0.9,en;q=0.8|ZH",
                "en|EN",
                "en-US,zh;q=0.1|EN",
                "de,en;q=0.3,zh;q=0.2|EN",
                "de|ZH",
                "en;q=0,zh|ZH",
                "not a;;language|ZH",
                "*|ZH"
            })
    void chineseUnlessEnglishIsPreferred(String acceptLanguage, Language language) {
        assertThat(Language.of(acceptLanguage)).isEqualTo(language);
    }
}
