package io.kucun.inventory.write;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An {@link Answer} whose body is the JSON that is sent, and may be sent again. */
record Rendered(
    int status, @Nullable String location, @Nullable String etag, byte @Nullable [] body) {

  Response.ResponseBuilder response() {
    Response.ResponseBuilder response = Response.status(status);
    if (location != null) {
      response.location(URI.create(location));
    }
    if (etag != null) {
      response.header(HttpHeaders.ETAG, etag);
    }
    if (body != null) {
      response.entity(Buffer.buffer(body)).type(MediaType.APPLICATION_JSON_TYPE);
    }
    return response;
  }
}
