package io.kucun.inventory.stock;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Numbers of stock documents, from a database sequence: never twice, but with gaps. */
@ApplicationScoped
class DocumentNumbers {

  /** The next number in the current session, such as {@code IN-00000042}. */
  Uni<String> next(String prefix) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery("SELECT nextval('stock_document_number')", Long.class)
                .getSingleResult())
        .map(number -> "%s-%08d".formatted(prefix, number));
  }
}
