; Power-on self test: memory, tables, option ROMs and ports.

; ---------------------------------------------------------------- memory
; Conventional memory is what CMOS says and the RAM confirms at the end of every 16 KiB block.
; Out: AX = KiB without the EBDA. Keeps BX, BP.
post_conventional:
        mov     al, 16h
        call    cmos_read
        mov     ah, al
        mov     al, 15h
        call    cmos_read
        cmp     ax, 640
        ja      .clip
        cmp     ax, 64
        jae     .probe
.clip:  mov     ax, 640
.probe:
        mov     dx, 64                  ; known to work so far
        mov     cl, 6
.next:
        cmp     dx, ax
        jae     .found
        mov     si, dx
        shl     si, cl
        mov     ds, si
        mov     si, 16 * 1024 - 2
        mov     di, [si]
        mov     word [si], 55AAh
        not     word [si]
        cmp     word [si], ~55AAh & 0FFFFh
        mov     [si], di
        jne     .found
        add     dx, 16
        jmp     .next
.found:
        cmp     dx, ax
        jbe     .end
        mov     dx, ax                  ; CMOS size was not a multiple of 16
.end:
        mov     ax, dx
        dec     ax
        ret

; Extended memory as CMOS tells: 30h/31h KiB above 1 MiB, 34h/35h 64 KiB units above 16 MiB.
; DS = BDA, ES = EBDA, BL = class.
post_extended:
        cmp     bl, CPU_80286
        jb      .done
        mov     al, 31h
        call    cmos_read
        mov     ah, al
        mov     al, 30h
        call    cmos_read
        test    ax, ax
        jnz     .have
        mov     al, 18h
        call    cmos_read
        mov     ah, al
        mov     al, 17h
        call    cmos_read
.have:
        mov     [es:EBDA_EXTENDED], ax
        cmp     bl, CPU_80386           ; an 80286 ends at 16 MiB
        jb      .clip
        mov     al, 35h
        call    cmos_read
        mov     ah, al
        mov     al, 34h
        call    cmos_read
        mov     [es:EBDA_HIGH], ax
        ret
.clip:
        cmp     ax, 15 * 1024
        jbe     .done
        mov     word [es:EBDA_EXTENDED], 15 * 1024
.done:  ret

; ---------------------------------------------------------------- vectors
; Keeps BX, DS.
post_vectors:
        push    ds
        xor     ax, ax
        mov     es, ax
        xor     di, di
        mov     cx, 78h
.fill:
        mov     ax, dummy_iret
        stosw
        mov     ax, BIOS_SEG
        stosw
        loop    .fill
        mov     di, 60h * 4             ; 60h-67h belong to users: zero
        xor     ax, ax
        mov     cx, 8 * 2
        rep     stosw
        mov     si, .table
.next:
        cs      lodsw
        test    ax, ax
        js      .done
        mov     di, ax
        shl     di, 1
        shl     di, 1
        cs      lodsw
        stosw
        jmp     .next
.done:
        mov     es, [BDA_EBDA]          ; fixed disk tables live in the EBDA
        xor     ax, ax
        mov     ds, ax
        mov     word [41h * 4], EBDA_FDPT
        mov     [41h * 4 + 2], es
        mov     word [46h * 4], EBDA_FDPT + 16
        mov     [46h * 4 + 2], es
        mov     word [1Fh * 4], 0
        mov     word [1Fh * 4 + 2], 0
        pop     ds
        ret
.table:
        dw      02h, int02_entry
        dw      05h, int05_entry
        dw      08h, int08_entry
        dw      09h, int09_entry
        dw      0Ah, irq_unexpected
        dw      0Bh, irq_unexpected
        dw      0Ch, irq_unexpected
        dw      0Dh, irq_unexpected
        dw      0Eh, int0e_entry
        dw      0Fh, irq7_unexpected
        dw      10h, int10_entry
        dw      11h, int11_entry
        dw      12h, int12_entry
        dw      13h, int13_entry
        dw      14h, int14_entry
        dw      15h, int15_entry
        dw      16h, int16_entry
        dw      17h, int17_entry
        dw      18h, int18
        dw      19h, int19_entry
        dw      1Ah, int1a_entry
        dw      1Dh, video_parameters
        dw      1Eh, diskette_parameters
        dw      40h, int40
        dw      70h, int70
        dw      71h, int71
        dw      72h, irq_unexpected_slave
        dw      73h, irq_unexpected_slave
        dw      74h, int74
        dw      75h, int75
        dw      76h, int76
        dw      77h, irq15_unexpected
        dw      0FFFFh

; ---------------------------------------------------------------- BIOS data area
; DS = BDA (already zero).
post_data:
        mov     ax, BDA_KEY_BUFFER
        mov     [BDA_KEY_HEAD], ax
        mov     [BDA_KEY_TAIL], ax
        mov     [BDA_KEY_START], ax
        mov     word [BDA_KEY_END], BDA_KEY_BUFFER + 32
        mov     ax, 1414h
        mov     [BDA_LPT_TIMEOUT], ax
        mov     [BDA_LPT_TIMEOUT + 2], ax
        mov     ax, 0101h
        mov     [BDA_COM_TIMEOUT], ax
        mov     [BDA_COM_TIMEOUT + 2], ax
        mov     byte [BDA_FD_RATE], 0FFh
        ret

; ---------------------------------------------------------------- option ROMs
; In: SI..DI = segments to scan. Every 2 KiB: 55h AAh, length in 512-byte units, sum zero.
option_roms:
.next:
        cmp     si, di
        jae     .done
        mov     ds, si
        cmp     word [0], 0AA55h
        jne     .skip
        mov     dl, [2]
        test    dl, dl
        jz      .skip
        xor     dh, dh
        push    si
        mov     bx, dx                  ; sum all bytes, segment by segment of 512
        xor     ah, ah
.block:
        xor     si, si
        mov     cx, 512
.byte:
        lodsb
        add     ah, al
        loop    .byte
        mov     cx, ds
        add     cx, 20h
        mov     ds, cx
        dec     bx
        jnz     .block
        pop     si
        test    ah, ah
        jnz     .skip
        push    dx
        push    si
        push    di
        LOAD_DS BDA_SEG, ax
        mov     word [BDA_RESUME], 3
        mov     [BDA_RESUME + 2], si
        mov     ax, BIOS_SEG            ; ES:DI: no plug-and-play structure
        mov     es, ax
        mov     di, 0FFFFh
        xor     ax, ax
        call    far [BDA_RESUME]
        cld
        sti
        pop     di
        pop     si
        pop     dx
        mov     cl, 5                   ; past this ROM, rounded up to 2 KiB
        add     dx, 3
        and     dx, ~3 & 0FFFFh
        shl     dx, cl
        add     si, dx
        jmp     .next
.skip:
        add     si, 80h
        jmp     .next
.done:
        LOAD_DS BDA_SEG, ax
        ret

; ---------------------------------------------------------------- UARTs and printer ports
; DS = BDA. A UART keeps what is written to its line control register.
post_serial_ports:
        mov     si, .ports
        xor     bx, bx
.next:
        cs      lodsw
        test    ax, ax
        jz      .done
        mov     dx, ax
        add     dx, 3
        mov     al, 1Ah
        out     dx, al
        IO_DELAY
        in      al, dx
        cmp     al, 1Ah
        jne     .next
        mov     al, 03h
        out     dx, al
        IO_DELAY
        in      al, dx
        cmp     al, 03h
        jne     .next
        dec     dx
        dec     dx
        xor     al, al
        out     dx, al                  ; no interrupts
        dec     dx
        mov     [BDA_COM + bx], dx
        inc     bx
        inc     bx
        jmp     .next
.done:
        add     [BDA_EQUIPMENT + 1], bl ; bits 9-11: number of ports
        ret
.ports: dw      3F8h, 2F8h, 3E8h, 2E8h, 0

; DS = BDA. A printer port keeps its data latch.
post_parallel_ports:
        mov     si, .ports
        xor     bx, bx
.next:
        cs      lodsw
        test    ax, ax
        jz      .done
        mov     dx, ax
        mov     al, 0AAh
        out     dx, al
        IO_DELAY
        in      al, dx
        cmp     al, 0AAh
        jne     .next
        not     al
        out     dx, al
        IO_DELAY
        in      al, dx
        cmp     al, 55h
        jne     .next
        mov     [BDA_LPT + bx], dx
        inc     dx                      ; initialise the printer lines: INIT high, selected
        inc     dx
        mov     al, 0Ch
        out     dx, al
        inc     bx
        inc     bx
        jmp     .next
.done:
        mov     cl, 5                   ; bits 14-15: number of ports
        shl     bl, cl
        add     [BDA_EQUIPMENT + 1], bl
        ret
.ports: dw      3BCh, 378h, 278h, 0
