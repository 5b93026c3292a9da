; x87 and SSE faults: #MF with NE, IRQ 13 without, #NM, unmasked exceptions, #XM, the state formats.
%include "system.inc"

DATA            equ 40000h

body:
        mov al, 11h                     ; the 8259As at 58h and 60h: IRQ 13 is 65h
        out 20h, al
        out 0A0h, al
        mov al, 58h
        out 21h, al
        mov al, 60h
        out 0A1h, al
        mov al, 4
        out 21h, al
        mov al, 2
        out 0A1h, al
        mov al, 1
        out 21h, al
        out 0A1h, al
        mov al, 0FFh
        out 21h, al
        out 0A1h, al
        mov eax, cr0
        and eax, ~0Eh                   ; MP, EM, TS
        or eax, 20h                     ; NE
        mov cr0, eax
        fninit
        call not_available
        call floating_point_errors
        call formats
        mov eax, 1
        cpuid
        mov [features], edx
        test edx, 2000000h
        jz .old
        call sse
.old:   call interrupt13
        ret

%macro cr0_bits 1                       ; of MP 2, EM 4, TS 8
        mov eax, cr0
        and eax, ~0Eh
        or eax, %1
        mov cr0, eax
%endmacro
%macro available 2+                     ; CR0 bits, name: an FPU instruction, then WAIT
        try "FPU instruction, ", %2
        cr0_bits %1
        fld1
        okay
        try "WAIT, ", %2
        cr0_bits %1
        fwait
        okay
        cr0_bits 0
        fninit
%endmacro
not_available:
        available 0, "nothing set"
        available 2, "MP"
        available 4, "EM"
        available 6, "EM, MP"
        available 8, "TS"
        available 0Ah, "TS, MP"
        available 0Ch, "TS, EM"
        available 0Eh, "TS, EM, MP"
        try "#NM before the operand's page or segment"
        cr0_bits 8
        xor eax, eax
        mov fs, eax
        fld dword [fs:0]
        okay
        cr0_bits 0
        try "CLTS"
        cr0_bits 8
        clts
        fld1
        fninit
        okay
        ret

; Unmask what the control word in AX unmasks.
%macro control 1
        fninit
        mov word [DATA], %1
        fldcw [DATA]
%endmacro
%macro state 0                          ; status word, tag word, opcode, and where the FIP points
        fnstenv [DATA + 100h]
        value [DATA + 104h], 4
        value [DATA + 108h], 4
        mov eax, [DATA + 10Ch]
        sub eax, [began]
        value eax, 2
        fninit
%endmacro
%macro raises 1+
        try %1
        mov dword [hook], report_state
%endmacro
report_state:
        value [fault.vector], 2
        mov eax, [fault.eip]
        sub eax, [began]
        value eax, 2
        state
        jmp resume_after
floating_point_errors:
        raises "divide by zero: at the next instruction"
        control 37Bh
        fld1
        fldz
        fdivp
        nop
        fnop
        okay
        raises "or at WAIT"
        control 37Bh
        fld1
        fldz
        fdivp
        fwait
        okay
        raises "invalid: the operands stay"
        control 37Eh
        fldz
        fldz
        fdivp
        fwait
        okay
        raises "stack underflow"
        control 37Eh
        fadd st1
        fwait
        okay
        raises "stack overflow"
        control 37Eh
%rep 9
        fld1
%endrep
        fwait
        okay
        raises "denormal"
        control 37Dh
        mov dword [DATA + 10h], 1
        fld dword [DATA + 10h]
        fwait
        okay
        raises "overflow in a store: nothing is written"
        control 377h
        mov dword [DATA + 14h], 55555555h
        fild dword [.big]               ; 2^30, then 2^480
        fmul st0
        fmul st0
        fmul st0
        fmul st0
        fstp dword [DATA + 14h]
        fwait
        okay
        say "what was there:"
        value [DATA + 14h]
        call line32
        raises "inexact"
        control 35Fh
        fld1
        fdiv dword [.three]
        fwait
        okay
        try "FN instructions do not wait"
        control 37Bh
        fld1
        fldz
        fdivp
        fnstsw ax
        value eax, 4
        fnclex
        fnstsw ax
        and eax, 0FFFFh
        value eax, 4
        fninit
        okay
        try "unmasking what is pending"
        mov dword [hook], report_state
        fninit
        fld1
        fldz
        fdivp
        mov word [DATA], 37Bh
        fldcw [DATA]
        fwait
        okay
        try "FNSAVE with a pending error does not wait, FRSTOR brings it back"
        mov dword [hook], report_state
        control 37Bh
        fld1
        fldz
        fdivp
        fnsave [DATA + 200h]
        fld1
        fninit
        frstor [DATA + 200h]
        fwait
        okay
        ret
.big:   dd 40000000h
.three: dd 40400000h

; ---------------------------------------------------------------- NE = 0: FERR# to IRQ 13
interrupt13:
        mov eax, cr0
        and eax, ~20h
        mov cr0, eax
        mov al, 0FBh
        out 21h, al
        mov al, 0DFh
        out 0A1h, al
        try "IRQ 13"
        mov dword [hook], .taken
        control 37Bh
        sti
        fld1
        fldz
        fdivp
        nop
        fnop
        nop
        okay
        jmp .end
.taken: xor al, al
        out 0F0h, al
        mov al, 20h
        out 0A0h, al
        out 20h, al
        value [fault.vector], 2
        fnstsw ax
        and eax, 0FFFFh
        value eax, 4
        fnclex
        jmp resume_after
.end:   cli
        mov al, 0FFh
        out 21h, al
        out 0A1h, al
        fninit
        mov eax, cr0
        or eax, 20h
        mov cr0, eax
        ret

; ---------------------------------------------------------------- formats
%macro words 2                          ; address, how many 16-bit words
        mov ebx, %1
        mov ecx, %2
        call show_words
%endmacro
show_words:
        movzx edx, word [ebx]
        value edx, 4
        add ebx, 2
        loop show_words
        ret
%macro clear 0
        mov edi, DATA
        mov ecx, 100h
        mov eax, 0CCCCCCCCh
        rep stosd
%endmacro
formats:
        try "FNSTENV, 32 bits: control, status, tags"
        clear
        fninit
        fld1
        fldz
        fld dword [.one]
        fnstenv [DATA]
        words DATA, 6
        value [DATA + 26], 4            ; what stands above the selectors, which newer processors drop
        value [DATA + 28]
        okay
        try "FNSTENV masks all exceptions"
        fninit
        control 340h
        fnstenv [DATA]
        fnstcw [DATA + 40h]
        value [DATA + 40h], 4
        okay
        try "FNSTENV, 16 bits"
        clear
        fninit
        fld1
        o16 fnstenv [DATA]
        words DATA, 3
        value [DATA + 12]
        okay
        try "FNSAVE, 32 bits: 108 bytes, and FNINIT"
        clear
        fninit
        fldpi
        fld1
        fnsave [DATA]
        words DATA + 28, 10
        value [DATA + 104]
        value [DATA + 108]
        fnstenv [DATA]
        words DATA, 5
        okay
        try "FNSAVE, 16 bits: 94 bytes"
        clear
        fninit
        fldpi
        o16 fnsave [DATA]
        words DATA + 14, 5
        value [DATA + 92]
        okay
        try "FRSTOR: tags from contents"
        clear
        fninit
        fldz
        fld1
        fld tword [.nan]
        fnsave [DATA]
        value [DATA + 8], 4
        mov word [DATA + 8], 0          ; all valid, it says
        frstor [DATA]
        fnstenv [DATA]
        value [DATA + 8], 4
        fninit
        okay
        try "FLDENV that unmasks a pending error"
        mov dword [hook], report_state
        fninit
        fldz
        fldz
        fdivp
        fnstenv [DATA]
        mov byte [DATA], 7Eh
        fldenv [DATA]
        fnop
        okay
        ret
        align 8
.one:   dd 3F800000h
.nan:   dq 0C000000000000001h
        dw 7FFFh

; ---------------------------------------------------------------- SSE
%macro cr4_bits 2                       ; to set, to clear
        mov eax, cr4
        or eax, %1
        and eax, ~(%2)
        mov cr4, eax
%endmacro
sse:
        try "SSE without OSFXSR"
        xorps xmm0, xmm0
        okay
        cr4_bits 200h, 400h
        try "SSE with OSFXSR"
        xorps xmm0, xmm0
        okay
        try "SSE with EM"
        cr0_bits 4
        xorps xmm0, xmm0
        okay
        try "SSE with TS"
        cr0_bits 8
        xorps xmm0, xmm0
        okay
        cr0_bits 0
        try "operand not aligned"
        movaps xmm0, [DATA + 4]
        okay
        try "MOVUPS"
        movups xmm0, [DATA + 4]
        okay
        try "divide by zero without OSXMMEXCPT"
        mov dword [DATA], 1D80h
        ldmxcsr [DATA]
        movss xmm0, [.one]
        xorps xmm1, xmm1
        divss xmm0, xmm1
        okay
        cr4_bits 400h, 0
        try "divide by zero unmasked"
        divss xmm0, xmm1
        okay
        stmxcsr [DATA]
        say "MXCSR:"
        value [DATA]
        call line32
        try "packed: a post-computation flag waits for the other lanes' #Z"
        mov dword [DATA], 1D80h
        ldmxcsr [DATA]
        movups xmm0, [.four]
        movups xmm1, [.divisors]
        divps xmm0, xmm1
        okay
        stmxcsr [DATA]
        say "MXCSR:"
        value [DATA]
        call line32
        try "masked: flags only"
        mov dword [DATA], 1F80h
        ldmxcsr [DATA]
        movss xmm0, [.one]
        xorps xmm1, xmm1
        divss xmm0, xmm1
        stmxcsr [DATA]
        value [DATA]
        okay
        try "LDMXCSR with a reserved bit"
        mov dword [DATA], 10000h
        ldmxcsr [DATA]
        okay
        mov dword [DATA], 1F80h
        ldmxcsr [DATA]
        try "FXSAVE not aligned"
        fxsave [DATA + 8]
        okay
        try "FXSAVE: control, status, tags; ST0, XMM0"
        clear
        fninit
        fld1
        movups xmm0, [.four]
        fxsave [DATA]
        words DATA, 3
        value [DATA + 24]
        words DATA + 32, 5
        value [DATA + 160]
        value [DATA + 172]
        okay
        try "FXRSTOR"
        fninit
        xorps xmm0, xmm0
        fxrstor [DATA]
        movups [DATA + 200h], xmm0
        value [DATA + 200h]
        fnstsw ax
        and eax, 0FFFFh
        value eax, 4
        fninit
        okay
        try "FXRSTOR with MXCSR's reserved bits"
        or dword [DATA + 24], 80000000h
        fxrstor [DATA]
        okay
        try "MMX with a pending error"
        mov dword [hook], report_state
        control 37Bh
        fld1
        fldz
        fdivp
        paddb mm0, mm1
        okay
        try "MMX sets the tags, EMMS clears them"
        pxor mm0, mm0
        fnstenv [DATA]
        value [DATA + 8], 4
        emms
        fnstenv [DATA]
        value [DATA + 8], 4
        fninit
        okay
        ret
        align 16
.one:   dd 3F800000h
        align 16
.four:  dd 3F800000h, 40000000h, 40400000h, 3F800000h
.divisors:
        dd 40400000h, 0, 40400000h, 3F800000h

        align 4
features:
        dd 0

        system_end
