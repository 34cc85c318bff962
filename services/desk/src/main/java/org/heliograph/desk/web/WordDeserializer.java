package org.heliograph.desk.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a word of a vocabulary that has an UNKNOWN which no caller can mean. */
final class WordDeserializer<E extends Enum<E>> extends ValueDeserializer<E> {

    private final Class<E> vocabulary;

    WordDeserializer(Class<E> vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public E deserialize(JsonParser parser, DeserializationContext context) {
        String word = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        if (!Vocabulary.words(vocabulary).contains(word)) {
            throw context.weirdStringException(word, vocabulary, "not a word of this vocabulary");
        }
        return Enum.valueOf(vocabulary, word);
    }
}
