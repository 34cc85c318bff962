package org.heliograph.exchange.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.function.Supplier;
import org.conscrypt.Conscrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who computes signatures: BoringSSL by Conscrypt, which takes a sixth of the JDK's time, or the JDK itself on machines
 * for which Conscrypt has no library. Both come to the same results. Chosen once for each JVM.
 */
public final class SignatureProvider {

    private static final Logger log = LoggerFactory.getLogger(SignatureProvider.class);
    private static final String ALGORITHM = "SHA256withECDSA";

    private SignatureProvider() {}

    /** For ECDSA on P-256. It is not installed in the JVM: who wants it names it. Any thread. */
    public static Provider get() {
        return Chosen.PROVIDER;
    }

    // Only when somebody asks: the library is unpacked and loaded then.
    private static final class Chosen {

        static final Provider PROVIDER =
                choose(() -> Conscrypt.newProviderBuilder().build());
    }

    /** The quick one if it passes its test, else the JDK's own. */
    static Provider choose(Supplier<Provider> quick) {
        Provider jdk = jdk();
        try {
            Provider provider = quick.get();
            prove(provider, jdk);
            return provider;
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            log.warn("signing.provider-slow provider={} reason=\"{}\"", jdk.getName(), e.toString());
            return jdk;
        }
    }

    static Provider jdk() {
        try {
            return Signature.getInstance(ALGORITHM).getProvider();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no " + ALGORITHM, e);
        }
    }

    /** What one signs the other accepts, and neither accepts it for something else. */
    private static void prove(Provider one, Provider other) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", other);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        prove(one, other, pair);
        prove(other, one, pair);
    }

    private static void prove(Provider signing, Provider verifying, KeyPair pair) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(ALGORITHM, signing);
        signer.initSign(pair.getPrivate());
        signer.update((byte) 1);
        byte[] signature = signer.sign();
        if (!accepts(verifying, pair, 1, signature) || accepts(verifying, pair, 2, signature)) {
            throw new GeneralSecurityException(verifying.getName() + " does not verify what it should");
        }
    }

    private static boolean accepts(Provider verifying, KeyPair pair, int content, byte[] signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(ALGORITHM, verifying);
        verifier.initVerify(pair.getPublic());
        verifier.update((byte) content);
        return verifier.verify(signature);
    }
}
