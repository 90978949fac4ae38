package io.kucun.gateway.hub;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who listens to one channel, and to what of it. */
final class Audience {

  private final Map<Member, Interest> interests = new LinkedHashMap<>();
  private final Set<Interest> whole = new LinkedHashSet<>();
  private final Map<String, Set<Interest>> byKey = new HashMap<>();

  /** The interest of a member; a new one hears nothing yet, and is done with all until now. */
  Interest join(Member member, long newest) {
    return interests.computeIfAbsent(member, m -> new Interest(m, newest));
  }

  @Nullable Interest find(Member member) {
    return interests.get(member);
  }

  Collection<Interest> all() {
    return interests.values();
  }

  Set<Interest> whole() {
    return whole;
  }

  boolean hasKeys() {
    return !byKey.isEmpty();
  }

  Set<Interest> of(@Nullable String key) {
    return key == null ? Set.of() : byKey.getOrDefault(key, Set.of());
  }

  void enter(Interest interest, @Nullable String key) {
    if (key == null) {
      whole.add(interest);
    } else {
      byKey.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(interest);
    }
  }

  void leave(Interest interest, @Nullable String key) {
    interest.uncover(key);
    if (key == null) {
      whole.remove(interest);
    } else {
      leaveKey(interest, key);
    }
    if (interest.isEmpty()) {
      interests.remove(interest.member());
    }
  }

  @Nullable Interest drop(Member member) {
    Interest interest = interests.remove(member);
    if (interest != null) {
      whole.remove(interest);
      interest.keys().forEach(key -> leaveKey(interest, key));
    }
    return interest;
  }

  private void leaveKey(Interest interest, String key) {
    Set<Interest> ofEntity = byKey.get(key);
    if (ofEntity != null && ofEntity.remove(interest) && ofEntity.isEmpty()) {
      byKey.remove(key);
    }
  }
}
