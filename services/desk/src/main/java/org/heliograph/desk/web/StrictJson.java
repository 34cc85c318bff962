package org.heliograph.desk.web;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Takes JSON for what it says: nothing unknown, repeated, trailing, or of another type than asked for. */
final class StrictJson implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(vocabularies());
    }

    private static SimpleModule vocabularies() {
        SimpleModule module = new SimpleModule("heliograph-vocabularies");
        Vocabulary.WITHOUT_UNKNOWN.forEach(vocabulary -> add(module, vocabulary));
        return module;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Enum<E>> void add(SimpleModule module, Class<? extends Enum<?>> vocabulary) {
        Class<E> words = (Class<E>) vocabulary;
        module.addDeserializer(words, new WordDeserializer<>(words));
    }
}
